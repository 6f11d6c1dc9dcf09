import { designEnvironment } from '../../../model/design/design-environment';
import { readStacks } from '../../../proof/reading/read-stacks';
import { unknownResources } from '../../../proof/reading/unknown-resources';
import { emitStacks } from '../../../stacks/emit-stacks';
import { type Difference, environment, merged, type WrittenEnvironment } from '../../support/environment-builder';
import { onKubernetes } from '../../support/kubernetes-fixture';

const magnum = { image: 'fedora-coreos', masterFlavor: 'c4m8', network: 'k8s-extranet', subnet: 'k8s-extranet-v4' };
const made = { kubernetes: { clusters: { extranet: { source: 'magnum', magnum } } } };
const design = (difference: unknown) =>
  designEnvironment(environment(merged(onKubernetes, difference) as Difference<WrittenEnvironment>));

test('a cluster that exists has no stack, and where its pods reach no tier every other stack is as without it', () => {
  const definitions = (one: Parameters<typeof emitStacks>[0]) => emitStacks(one).map(({ definition }) => definition);
  const unreaching = {
    tenants: {
      finance: { systems: { budget: { kubernetes: { workloads: { desk: { reaches: { db: undefined } } } } } } },
    },
  };
  expect(definitions(design(unreaching))).toEqual(definitions(designEnvironment(environment())));
});

test('a cluster that Magnum makes has a stack after those whose networks, projects and flavors it uses', () => {
  const cloud = design(made);
  expect(cloud.stacks.filter(({ kind }) => kind === 'kubernetes')).toEqual([
    { key: 'kubernetes', kind: 'kubernetes', site: 'main', region: 'suizhou', after: ['foundation', 'planes'] },
  ]);
  const stack = emitStacks(cloud).find(({ name }) => name === 'kubernetes');
  expect(Object.keys(stack?.inputs ?? {})).toEqual([
    'flavor_extranet-arm_c4m8',
    'flavor_extranet-arm_c8m32',
    'network_extranet_edge',
    'project_platform-extranet',
  ]);
  const { resource } = (stack?.definition ?? {}) as { resource: Record<string, Record<string, object>> };
  expect(resource['openstack_containerinfra_cluster_v1']?.['extranet']).toMatchObject({
    name: '421300-cluster-extranet',
    master_count: 3,
    node_count: 3,
    provider: 'openstack.platform-extranet',
  });
});

test('the proof names a cluster of Magnum as what it does not know', () => {
  const { unknowns } = unknownResources(readStacks(emitStacks(design(made))));
  expect(unknowns.map(({ assumption }) => assumption)).toContain(
    'kubernetes/openstack_containerinfra_cluster_v1.extranet opens no path between two ports (its type is not modelled)',
  );
});

test('a cluster of Magnum has nodes, and masters of a size that there is', () => {
  const wrong = {
    kubernetes: {
      clusters: {
        extranet: {
          ...made.kubernetes.clusters.extranet,
          nodePools: { business: { flavor: 'huge' } },
          magnum: { ...magnum, masterFlavor: 'tiny' },
        },
      },
    },
  };
  expect(() => design(wrong)).toThrow(
    /there is no flavor huge[\s\S]*there is no flavor tiny|there is no flavor tiny[\s\S]*there is no flavor huge/,
  );
});
