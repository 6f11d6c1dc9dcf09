import { findExisting } from '../../../../deployment/adoption/find-existing';
import { writtenResources } from '../../../../deployment/adoption/written-resource';
import { findCredentials } from '../../../../deployment/openstack/cloud-credentials';
import { KeystoneSession } from '../../../../deployment/openstack/keystone-session';
import { OpenStackClient } from '../../../../deployment/openstack/openstack-client';
import { FakeCloud } from '../../../support/fake-cloud';

/** What is in the cloud, by the path without its query. */
let lists: Readonly<Record<string, readonly object[]>> = {};
const cloud = new FakeCloud((path, { headers }) => {
  const plain = path.split('?')[0] ?? '';
  const key = KEYS[plain];
  if (key === undefined) return undefined;
  const token = String(headers['x-auth-token']);
  return { body: { [key]: lists[`${plain} ${token}`] ?? lists[plain] ?? [] } };
});
const KEYS: Readonly<Record<string, string>> = {
  '/v3/projects': 'projects',
  '/v2.0/networks': 'networks',
  '/v2.0/subnets': 'subnets',
  '/v2.0/security-groups': 'security_groups',
  '/v2.0/security-group-rules': 'security_group_rules',
  '/volumes/detail': 'volumes',
  '/clustertemplates': 'clustertemplates',
  '/clusters': 'clusters',
  '/clusters/c1/nodegroups': 'nodegroups',
};
let session: KeystoneSession;
beforeAll(async () => {
  await cloud.start();
  const surroundings = { OS_AUTH_URL: cloud.url, OS_USERNAME: 'a', OS_PASSWORD: 'b', OS_PROJECT_NAME: 'c' };
  session = await KeystoneSession.open(findCredentials({ surroundings, folder: '/nowhere' }));
});
afterAll(async () => {
  session.close();
  await cloud.stop();
});

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: expressions of OpenTofu
const definition = {
  provider: { openstack: [{}, { alias: 'finance', tenant_id: '${openstack_identity_project_v3.finance.id}' }] },
  resource: {
    openstack_identity_project_v3: { finance: { name: '130000-finance' } },
    openstack_networking_network_v2: {
      app: { name: 'finance/app', tenant_id: '${openstack_identity_project_v3.finance.id}' },
    },
    openstack_networking_subnet_v2: {
      app: { network_id: '${openstack_networking_network_v2.app.id}', cidr: '10.0.0.0/24' },
    },
    openstack_networking_secgroup_v2: {
      app: { name: 'app', tenant_id: '${openstack_identity_project_v3.finance.id}' },
    },
    openstack_networking_secgroup_rule_v2: {
      web: {
        security_group_id: '${openstack_networking_secgroup_v2.app.id}',
        direction: 'ingress',
        ethertype: 'IPv4',
        protocol: 'tcp',
        port_range_min: 443,
        port_range_max: 443,
        remote_ip_prefix: '${var.prefix}',
      },
    },
    openstack_blockstorage_volume_v3: { data: { name: 'finance/data', provider: 'openstack.finance' } },
    openstack_compute_quotaset_v2: { finance: { project_id: '${openstack_identity_project_v3.finance.id}' } },
  },
};
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: expressions of OpenTofu

const look = (managed: Readonly<Record<string, object>> = {}, since = 0) =>
  findExisting({
    cloud: new OpenStackClient(session, 'r1'),
    resources: writtenResources(definition),
    managed: (address) => managed[address] as Readonly<Record<string, unknown>> | undefined,
    variable: () => '0.0.0.0/0',
    since,
  });

const RULE = {
  direction: 'ingress',
  ethertype: 'IPv4',
  protocol: 'tcp',
  remote_ip_prefix: '0.0.0.0/0',
  remote_group_id: null,
};
const there = {
  '/v3/projects': [{ id: 'p1', name: '130000-finance' }],
  '/v2.0/networks': [
    { id: 'n0', name: 'finance/app', project_id: 'somebody' },
    { id: 'n1', name: 'finance/app', project_id: 'p1' },
  ],
  '/v2.0/subnets': [{ id: 's1', network_id: 'n1', cidr: '10.0.0.0/24' }],
  '/v2.0/security-groups': [{ id: 'g1', name: 'app', project_id: 'p1' }],
  '/v2.0/security-group-rules': [
    { id: 'r0', security_group_id: 'g1', ...RULE, port_range_min: 22, port_range_max: 22 },
    { id: 'r1', security_group_id: 'g1', ...RULE, port_range_min: 443, port_range_max: 443 },
  ],
  '/volumes/detail token-of-p1': [{ id: 'v1', name: 'finance/data' }],
};

test('an empty cloud has nothing of it; quotas are not looked for', async () => {
  lists = {};
  const { matched, ambiguous, missing } = await look();
  expect([matched, ambiguous, missing.length]).toEqual([[], [], 6]);
});

test('a project leads to what is in it: the volume is looked for with a token of that project', async () => {
  lists = there;
  const { matched, missing } = await look();
  expect(
    Object.fromEntries(matched.map(({ address, importId }) => [address.replace(/_v\d\..*/, ''), importId])),
  ).toEqual({
    openstack_identity_project: 'p1',
    openstack_networking_network: 'n1',
    openstack_networking_subnet: 's1',
    openstack_networking_secgroup: 'g1',
    openstack_networking_secgroup_rule: 'r1',
    openstack_blockstorage_volume: 'v1',
  });
  expect(missing).toEqual([]);
});

test('two of one name are ambiguous, and what would stand in them is missing', async () => {
  const twice = [...there['/v2.0/networks'], { id: 'n2', name: 'finance/app', project_id: 'p1' }];
  lists = { ...there, '/v2.0/networks': twice };
  const { ambiguous, missing } = await look();
  expect(ambiguous).toEqual([{ address: 'openstack_networking_network_v2.app', ids: ['n1', 'n2'] }]);
  expect(missing).toEqual(['openstack_networking_subnet_v2.app']);
});

test('what the state has is not looked for, and leads on', async () => {
  lists = there;
  const { matched } = await look({ 'openstack_networking_network_v2.app': { id: 'n1' } });
  const addresses = matched.map(({ address }) => address);
  expect(addresses).not.toContain('openstack_networking_network_v2.app');
  expect(addresses).toContain('openstack_networking_subnet_v2.app');
});

test('what was made before is not looked at: neither taken for ours nor in its way', async () => {
  const [mine, old] = ['2026-11-27T02:00:00', '2026-11-26T02:00:00Z'];
  const project = '/v3/projects';
  const network = { name: 'finance/app', project_id: 'p1' };
  const networks = [
    { id: 'old 1', ...network, created_at: old },
    { id: 'old 2', ...network, created_at: old },
    { id: 'mine', ...network, created_at: mine },
  ];
  lists = { [project]: there[project], '/v2.0/networks': networks };
  const { matched, ambiguous } = await look({}, Date.parse('2026-11-27T01:50:00Z'));
  expect(ambiguous).toEqual([]);
  expect(matched.map(({ importId }) => importId)).toEqual(['p1', 'mine']);
  lists = { [project]: there[project], '/v2.0/networks': networks.slice(0, 2) };
  expect((await look({}, Date.parse('2026-11-27T01:50:00Z'))).ambiguous).toEqual([]);
});

test('clusters of Magnum are known by their names in a project, by their UUID and not by their number', async () => {
  lists = {
    '/clustertemplates token-of-p1': [{ id: 1, uuid: 't1', name: 'extranet' }],
    '/clusters token-of-p1': [{ id: 2, uuid: 'c1', name: 'extranet' }],
    '/clusters/c1/nodegroups token-of-p1': [
      { id: 3, uuid: 'g1', name: 'default-worker' },
      { id: 4, uuid: 'g2', name: 'arm' },
    ],
  };
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of OpenTofu
  const cluster = '${openstack_containerinfra_cluster_v1.one.id}';
  const provider = 'openstack.platform';
  const { matched } = await findExisting({
    cloud: new OpenStackClient(session, 'r1'),
    resources: writtenResources({
      provider: { openstack: [{}, { alias: 'platform', tenant_id: 'p1' }] },
      resource: {
        openstack_containerinfra_clustertemplate_v1: { one: { name: 'extranet', provider } },
        openstack_containerinfra_cluster_v1: { one: { name: 'extranet', provider } },
        openstack_containerinfra_nodegroup_v1: { arm: { name: 'arm', cluster_id: cluster, provider } },
      },
    }),
    managed: () => undefined,
    variable: () => undefined,
  });
  expect(matched.map(({ importId }) => importId).sort()).toEqual(['c1', 'c1/g2', 't1']);
});
