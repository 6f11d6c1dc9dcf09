import { NetworkPlane } from '../../../../constructs/openstack/network-plane';
import { resourcesOf, testStack } from '../../../support/resources-of';

const pools = [
  {
    key: 'extranet-v4',
    name: '130000/extranet-v4',
    family: 4,
    prefixes: ['59.192.1.0/24', '10.16.0.0/16', '10.17.0.0/16'],
  },
  { key: 'extranet-v6', name: '130000/extranet-v6', family: 6, prefixes: ['2001:db8:16::/48'] },
] as const;

test('a plane has a scope and a pool for each family, the pool written as Neutron answers it', () =>
  expect(
    resourcesOf(
      (stack) => new NetworkPlane(stack, 'extranet', { pools, owner: { projectId: 'p' }, tags: ['plane:extranet'] }),
    ),
  ).toEqual({
    'networking_addressscope_v2.extranet-v4': { name: '130000/extranet-v4', ip_version: 4, project_id: 'p' },
    'networking_addressscope_v2.extranet-v6': { name: '130000/extranet-v6', ip_version: 6, project_id: 'p' },
    'networking_subnetpool_v2.extranet-v4': {
      name: '130000/extranet-v4',
      address_scope_id: `\${openstack_networking_addressscope_v2.extranet-v4.id}`,
      prefixes: ['10.16.0.0/15', '59.192.1.0/24'],
      project_id: 'p',
      tags: ['plane:extranet'],
    },
    'networking_subnetpool_v2.extranet-v6': {
      name: '130000/extranet-v6',
      address_scope_id: `\${openstack_networking_addressscope_v2.extranet-v6.id}`,
      prefixes: ['2001:db8:16::/48'],
      project_id: 'p',
      tags: ['plane:extranet'],
    },
  }));

test('it hands on what each pool holds', () =>
  expect(
    new NetworkPlane(testStack(), 'extranet', { pools }).pools.map(({ family, prefixes }) => [family, prefixes]),
  ).toEqual([
    [4, ['59.192.1.0/24', '10.16.0.0/16', '10.17.0.0/16']],
    [6, ['2001:db8:16::/48']],
  ]));
