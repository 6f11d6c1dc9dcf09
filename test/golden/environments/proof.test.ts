import { join } from 'node:path';
import { readEnvironment } from '../../../environments/read-environment';
import { designEnvironment } from '../../../model/design/design-environment';
import { prove } from '../../../proof/prove';
import { readStacks } from '../../../proof/reading/read-stacks';
import { readWorld } from '../../../proof/reading/read-world';
import { emitStacks } from '../../../stacks/emit-stacks';

const ROOT = join(__dirname, '..', '..', '..', 'environments');

function emitted(id: string) {
  const design = designEnvironment(readEnvironment(ROOT, id));
  return { intent: design.intent, stacks: emitStacks(design) };
}

it.each([
  ['guangxi/liuzhou', { invariant: 7, tenant: 6, flow: 43, 'nothing-else': 1 }],
  ['guangxi/liuzhou/liucheng', { invariant: 7, tenant: 3, flow: 25, 'nothing-else': 1 }],
  ['hebei', { invariant: 7, tenant: 46, flow: 416, 'nothing-else': 1 }],
  ['liaoning', { invariant: 7, tenant: 12, flow: 92, 'nothing-else': 1 }],
  ['qinghai', { invariant: 7, tenant: 8, flow: 64, 'nothing-else': 1 }],
  ['suizhou', { invariant: 7, tenant: 3, flow: 27, 'nothing-else': 1 }],
])('everything is proved of %s', (id, counts) => {
  const { intent, stacks } = emitted(id);
  const { statements } = prove(readWorld(readStacks(stacks)), intent, intent.network);
  expect(statements.filter((one) => one.verdict !== 'PROVED').map((one) => `${one.verdict} ${one.id}`)).toEqual([]);
  const kinds = statements.map((one) => one.kind);
  expect(
    Object.fromEntries(Object.keys(counts).map((kind) => [kind, kinds.filter((one) => one === kind).length])),
  ).toEqual(counts);
});

const sound = emitted('suizhou');

type Block = Record<string, unknown>;

/** The emitted stacks of suizhou with one thing changed by hand, as a careless edit or a wrong construct would. */
class Tampered {
  readonly stacks = structuredClone(sound.stacks) as typeof sound.stacks;

  /** Changes one resource of a stack; where it is not there yet, adds it. */
  set(stack: string, address: string, values: Block): this {
    const [type = '', name = ''] = address.split('.');
    const definition = this.stacks.find((one) => one.name === stack)?.definition;
    const resources = definition?.resource as Record<string, Record<string, Block>>;
    resources[type] = { ...resources[type], [name]: { ...resources[type]?.[name], ...values } };
    return this;
  }

  /** Statements that are no longer proved, each with the places that are blamed. */
  get faults(): Record<string, readonly string[]> {
    const { statements } = prove(readWorld(readStacks(this.stacks)), sound.intent, sound.intent.network);
    return Object.fromEntries(
      statements
        .filter((one) => one.verdict !== 'PROVED')
        .map((one) => [
          `${one.verdict} ${one.id}`,
          [...new Set([...one.violations, ...one.missing].map((found) => found.place))].sort(),
        ]),
    );
  }
}

const id = (address: string, attribute = 'id') => `\${${address}.${attribute}}`;
const CIVIL = 'tenant-civil-affairs';
const CULTURE = 'tenant-culture-tourism';
const DATA = 'tenant-data-bureau';

/** What is changed, the statement that falls, the places that are blamed. */
const tamperings: readonly (readonly [string, string, readonly string[], (cloud: Tampered) => Tampered])[] = [
  [
    'a router with an interface in the other plane',
    'VIOLATED INV-1',
    [
      'environments/profiles/city.yaml:12:5',
      'environments/profiles/city.yaml:5:5',
      'environments/suizhou/planes.yaml:10:1',
      'environments/suizhou/tenants/culture-tourism.yaml:14:9',
    ],
    (cloud) =>
      cloud.set('planes', 'openstack_networking_router_interface_v2.wrong', {
        router_id: id('openstack_networking_router_v2.platform-internet'),
        subnet_id: id('openstack_networking_subnet_v2.extranet_edge_v4'),
      }),
  ],
  [
    'a physical network and segment shared between the planes',
    'VIOLATED INV-1',
    [
      'environments/profiles/city.yaml:12:5',
      'environments/profiles/city.yaml:5:5',
      'environments/suizhou/planes.yaml:10:1',
      'environments/suizhou/tenants/culture-tourism.yaml:14:9',
    ],
    (cloud) =>
      cloud.set('planes', 'openstack_networking_network_v2.internet_dmz', {
        segments: [{ network_type: 'vlan', physical_network: 'physnet-extranet', segmentation_id: 107 }],
      }),
  ],
  [
    'a network of the internet plane on the physical network of the other',
    'VIOLATED INV-1',
    ['environments/suizhou/planes.yaml:10:1', 'environments/suizhou/tenants/culture-tourism.yaml:14:9'],
    (cloud) =>
      cloud.set('planes', 'openstack_networking_network_v2.internet_dmz', {
        segments: [{ network_type: 'vlan', physical_network: 'physnet-extranet', segmentation_id: 651 }],
      }),
  ],
  [
    'a rule that lets everybody in',
    'VIOLATED NOTHING-ELSE',
    ['openstack_networking_secgroup_rule_v2.wrong'],
    (cloud) =>
      cloud.set(CIVIL, 'openstack_networking_secgroup_rule_v2.wrong', {
        description: 'F10 civil-affairs/aid/app-to-db',
        direction: 'ingress',
        ethertype: 'IPv4',
        protocol: 'tcp',
        port_range_min: 5432,
        port_range_max: 5432,
        remote_ip_prefix: '0.0.0.0/0',
        security_group_id: id('openstack_networking_secgroup_v2.civil-affairs_aid_db'),
      }),
  ],
  [
    'a rule that lets everything out',
    'VIOLATED NOTHING-ELSE',
    ['environments/profiles/city.yaml:12:5', 'environments/suizhou/tenants/culture-tourism.yaml:14:9'],
    (cloud) =>
      cloud.set(CULTURE, 'openstack_networking_secgroup_rule_v2.wrong', {
        direction: 'egress',
        ethertype: 'IPv4',
        remote_ip_prefix: '0.0.0.0/0',
        security_group_id: id('openstack_networking_secgroup_v2.culture-tourism_festival_data'),
      }),
  ],
  [
    'a rule whose protocol is no word of Neutron’s',
    'UNKNOWN INV-4',
    ['openstack_networking_secgroup_rule_v2.wrong'],
    (cloud) =>
      cloud.set(CIVIL, 'openstack_networking_secgroup_rule_v2.wrong', {
        description: 'F10 civil-affairs/aid/app-to-db',
        direction: 'ingress',
        ethertype: 'IPv4',
        protocol: 'nonsense',
        remote_ip_prefix: '10.80.0.0/17',
        security_group_id: id('openstack_networking_secgroup_v2.civil-affairs_aid_db'),
      }),
  ],
  [
    'a group that keeps Neutron’s own rules',
    'VIOLATED NOTHING-ELSE',
    ['environments/profiles/city.yaml:12:5', 'environments/suizhou/tenants/culture-tourism.yaml:14:9'],
    (cloud) =>
      cloud.set(CULTURE, 'openstack_networking_secgroup_v2.culture-tourism_festival_data', {
        delete_default_rules: false,
      }),
  ],
  [
    'a port without port security',
    'VIOLATED INV-4',
    ['environments/suizhou/tenants/civil-affairs.yaml:16:7'],
    (cloud) =>
      cloud.set(CIVIL, 'openstack_networking_port_v2.civil-affairs_aid_db_1', {
        security_group_ids: [],
        port_security_enabled: false,
      }),
  ],
  [
    'an address pair that stands for another tier',
    'VIOLATED NOTHING-ELSE',
    ['environments/profiles/city.yaml:5:5'],
    (cloud) =>
      cloud.set(CIVIL, 'openstack_networking_port_v2.civil-affairs_aid_db_1', {
        allowed_address_pairs: [{ ip_address: '10.80.62.86' }],
      }),
  ],
  [
    'a floating IP on a tier of a department',
    'VIOLATED INV-2',
    ['openstack_networking_floatingip_v2.wrong'],
    (cloud) =>
      cloud.set(CIVIL, 'openstack_networking_floatingip_v2.wrong', {
        address: '59.219.0.99',
        pool: '421300/extranet/edge',
        port_id: id('openstack_networking_port_v2.civil-affairs_aid_db_1'),
      }),
  ],
  [
    'a network that every project may use',
    'UNKNOWN INV-1',
    ['openstack_networking_rbac_policy_v2.wrong'],
    (cloud) =>
      cloud.set(CIVIL, 'openstack_networking_rbac_policy_v2.wrong', {
        action: 'access_as_shared',
        object_type: 'network',
        object_id: id('openstack_networking_network_v2.civil-affairs_aid_db'),
        target_tenant: '*',
      }),
  ],
  [
    'a network that is shared outright',
    'UNKNOWN INV-1',
    ['environments/suizhou/tenants/civil-affairs.yaml:16:7'],
    (cloud) => cloud.set(CIVIL, 'openstack_networking_network_v2.civil-affairs_aid_db', { shared: true }),
  ],
  [
    'a listener that takes everybody',
    'VIOLATED NOTHING-ELSE',
    ['environments/suizhou/tenants/civil-affairs.yaml:15:9'],
    (cloud) => cloud.set(CIVIL, 'openstack_lb_listener_v2.civil-affairs_aid_app', { allowed_cidrs: [] }),
  ],
  [
    'a member in another department',
    'VIOLATED NOTHING-ELSE',
    ['openstack_networking_secgroup_rule_v2.wrong'],
    (cloud) =>
      cloud
        .set(DATA, 'openstack_lb_member_v2.wrong', {
          address: '10.80.42.114',
          protocol_port: 8443,
          pool_id: id('openstack_lb_pool_v2.data-bureau_exchange_desk'),
        })
        .set(CIVIL, 'openstack_networking_secgroup_rule_v2.wrong', {
          description: 'F08 civil-affairs/aid/app members',
          direction: 'ingress',
          ethertype: 'IPv4',
          protocol: 'tcp',
          port_range_min: 8443,
          port_range_max: 8443,
          remote_ip_prefix: '10.80.44.16/28',
          security_group_id: id('openstack_networking_secgroup_v2.civil-affairs_aid_app'),
        }),
  ],
  [
    'a server with a foot in each plane',
    'VIOLATED INV-1',
    ['environments/suizhou/tenants/civil-affairs.yaml:10:7'],
    (cloud) =>
      cloud
        .set(CIVIL, 'openstack_networking_port_v2.civil-affairs_aid_app_1', { device_id: 'both' })
        .set(CULTURE, 'openstack_networking_port_v2.culture-tourism_festival_web_1', { device_id: 'both' }),
  ],
  [
    'a resource that nobody understands',
    'UNKNOWN INV-1',
    ['openstack_networking_wormhole_v9.wrong'],
    (cloud) => cloud.set('planes', 'openstack_networking_wormhole_v9.wrong', { between: 'the planes' }),
  ],
  [
    'a port without the group of its tier',
    'VIOLATED FLOW F10 civil-affairs/aid/app-to-db',
    ['environments/suizhou/tenants/civil-affairs.yaml:2:1'],
    (cloud) =>
      cloud.set(CIVIL, 'openstack_networking_port_v2.civil-affairs_aid_db_1', {
        security_group_ids: [id('openstack_networking_secgroup_v2.civil-affairs-extranet_baseline')],
      }),
  ],
];

describe('suizhou is no longer proved with', () => {
  it.each(tamperings)('%s', (_name, statement, places, tamper) => {
    const { faults } = tamper(new Tampered());
    expect(faults[statement]).toEqual(places);
  });
});
