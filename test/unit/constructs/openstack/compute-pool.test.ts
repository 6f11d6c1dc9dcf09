import { ComputePool } from '../../../../constructs/openstack/compute-pool';
import { design } from '../../../support/design-fixture';
import { resourcesOf, testStack } from '../../../support/resources-of';

const [pool] = design().pools;
if (pool === undefined) throw new Error('the fixture has a pool');

test('a pool has its aggregates, whose hosts a plan never touches, and private flavors', () =>
  expect(resourcesOf((stack) => new ComputePool(stack, pool.key, pool))).toEqual({
    'compute_aggregate_v2.extranet-arm_az1': {
      name: 'extranet-arm-az1',
      zone: 'az1',
      metadata: { pool: 'extranet-arm' },
      lifecycle: { ignore_changes: ['hosts'] },
    },
    'compute_flavor_v2.extranet-arm_c8m16': {
      name: '130000-extranet-arm-c8m16',
      vcpus: 8,
      ram: 16384,
      disk: 40,
      is_public: false,
      extra_specs: { 'aggregate_instance_extra_specs:pool': 'extranet-arm' },
    },
  }));

test('it tells the ids of its flavors', () =>
  expect([...new ComputePool(testStack(), pool.key, pool).flavorIds.keys()]).toEqual(['extranet-arm/c8m16']));
