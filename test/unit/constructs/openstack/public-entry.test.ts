import { PublicEntry } from '../../../../constructs/openstack/public-entry';
import { entry } from '../../../support/design-fixture';
import { definitionOf, resourcesOf, testStack } from '../../../support/resources-of';

const networks = (key: string) => ({ networkId: `id of ${key}`, subnetId: (one: string) => `id of ${key}/${one}` });
const design = entry('finance/budget/web');
const props = {
  ...design,
  networks,
  floatingIpPool: '130000/internet/edge',
  dnsZoneId: 'zone',
  owner: { projectId: 'p' },
};
const id = (type: string, attribute = 'id') => `\${openstack_${type}.finance_budget_web.${attribute}}`;
const common = { tenant_id: 'p', tags: ['dept:finance'] };
const name = 'finance/budget/web';

test('an entry ends TLS for those who may connect, and has an address and a name', () =>
  expect(resourcesOf((stack) => new PublicEntry(stack, design.key, props))).toEqual({
    'lb_loadbalancer_v2.finance_budget_web': {
      name,
      vip_subnet_id: 'id of internet/dmz/v4',
      vip_address: '10.32.1.30',
      ...common,
    },
    'lb_listener_v2.finance_budget_web': {
      name,
      loadbalancer_id: id('lb_loadbalancer_v2'),
      protocol: 'TERMINATED_HTTPS',
      protocol_port: 443,
      default_tls_container_ref: `\${data.openstack_keymanager_container_v1.finance_budget_web.container_ref}`,
      tls_versions: ['TLSv1.2', 'TLSv1.3'],
      allowed_cidrs: ['10.0.0.0/8', '192.0.2.0/24'],
      ...common,
    },
    'lb_pool_v2.finance_budget_web': {
      name,
      listener_id: id('lb_listener_v2'),
      protocol: 'HTTP',
      lb_method: 'ROUND_ROBIN',
      tls_enabled: true,
      tls_versions: ['TLSv1.2', 'TLSv1.3'],
      ...common,
    },
    'lb_member_v2.finance_budget_web_1': {
      name: '1',
      pool_id: id('lb_pool_v2'),
      address: '10.32.5.11',
      protocol_port: 8080,
      ...common,
    },
    'lb_monitor_v2.finance_budget_web': {
      name,
      pool_id: id('lb_pool_v2'),
      type: 'TCP',
      delay: 10,
      timeout: 5,
      max_retries: 3,
      tenant_id: 'p',
    },
    'networking_floatingip_v2.finance_budget_web': {
      pool: '130000/internet/edge',
      subnet_id: 'id of internet/edge/reachable-192-0-2-0-24',
      address: '192.0.2.10',
      port_id: id('lb_loadbalancer_v2', 'vip_port_id'),
      description: 'budget.example.gov',
      ...common,
    },
    'dns_recordset_v2.finance_budget_web': {
      zone_id: 'zone',
      name: 'budget.example.gov.',
      type: 'A',
      records: ['192.0.2.10'],
      description: name,
    },
  }));

test('the certificate is looked up after the load balancer, so that a first plan asks nobody', () =>
  expect(definitionOf((stack) => new PublicEntry(stack, design.key, props))['data']).toEqual({
    openstack_keymanager_container_v1: {
      finance_budget_web: {
        name: 'budget-certificate',
        depends_on: ['openstack_lb_loadbalancer_v2.finance_budget_web'],
      },
    },
  }));

test('clients show a certificate where an authority is named', () => {
  const resources = resourcesOf((stack) => new PublicEntry(stack, design.key, { ...props, clientCa: 'citizens-ca' }));
  expect(resources['lb_listener_v2.finance_budget_web']).toMatchObject({
    client_authentication: 'MANDATORY',
    client_ca_tls_container_ref: `\${data.openstack_keymanager_secret_v1.finance_budget_web.secret_ref}`,
  });
});

test('an IPv6 address has an AAAA record', () => {
  const floatingIp = { ...design.floatingIp, address: '2001:db8::10' };
  const resources = resourcesOf((stack) => new PublicEntry(stack, design.key, { ...props, floatingIp }));
  expect(resources['dns_recordset_v2.finance_budget_web']).toMatchObject({ type: 'AAAA', records: ['2001:db8::10'] });
});

test('an entry for nobody is refused, since Octavia takes an empty list for everybody', () =>
  expect(() => new PublicEntry(testStack(), design.key, { ...props, allowedCidrs: [] })).toThrow(
    'entry finance/budget/web has no allowedCidrs; name who may connect',
  ));
