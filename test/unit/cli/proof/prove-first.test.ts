import { join } from 'node:path';
import type { Context } from '../../../../cli/context';
import { exitCodeOf } from '../../../../cli/exit-code';
import { proveFirst, provePodsFirst } from '../../../../cli/proof/prove-first';
import { readEnvironment } from '../../../../environments/read-environment';
import { designEnvironment } from '../../../../model/design/design-environment';
import { ProblemsError } from '../../../../model/problem';
import { emitStacks } from '../../../../stacks/emit-stacks';
import { ROOT } from '../../../support/repository-files';

const design = designEnvironment(readEnvironment(join(ROOT, 'environments'), 'suizhou'));

const id = (address: string) => `\${${address}.id}`;

const hebei = designEnvironment(readEnvironment(join(ROOT, 'environments'), 'hebei'));

/** Hebei, where the first department of one cluster lets everybody in. */
function openTo(stack: string): typeof hebei {
  const open = { name: 'open', pods: {}, ingress: [{ peers: [], ports: [] }], place: 'hebei.yaml:1:1' };
  const clusters = (hebei.clusters ?? []).map((cluster) =>
    cluster.stack === stack
      ? {
          ...cluster,
          namespaces: cluster.namespaces.map((one, at) =>
            at === 0 ? { ...one, policies: [...one.policies, open] } : one,
          ),
        }
      : cluster,
  );
  return { ...hebei, clusters };
}

/** Codes and statements that are refused. */
function refused(prove: (context: Context) => void): string[] {
  const output = { data: () => {}, notice: () => {} };
  const context = { output, language: 'en', quiet: false, environments: join(ROOT, 'environments') };
  try {
    prove(context as unknown as Context);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map(({ code, message }) => `${code} ${message.en.split(' does not hold')[0]}`);
  }
}

/** What is refused of suizhou with one more resource among its planes, and what was said. */
function proved(type: string, values: Record<string, unknown>) {
  const stacks = structuredClone(emitStacks(design));
  const planes = stacks.find((stack) => stack.name === 'planes')?.definition.resource as Record<string, object>;
  planes[type] = { ...planes[type], wrong: values };
  const said: string[] = [];
  const output = { data: () => {}, notice: (text: string) => said.push(text) };
  try {
    const environments = join(ROOT, 'environments');
    proveFirst(stacks, design, { output, language: 'en', quiet: false, environments } as unknown as Context);
    return { problems: [], said };
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return { problems: error.problems, said };
  }
}

test('a router between the planes is refused with exit code 4, at the place that causes it', () => {
  const { problems } = proved('openstack_networking_router_interface_v2', {
    router_id: id('openstack_networking_router_v2.platform-internet'),
    subnet_id: id('openstack_networking_subnet_v2.extranet_edge_v4'),
  });
  expect(exitCodeOf(problems)).toBe(4);
  expect(problems.map(({ code, message }) => `${code} ${message.en.split(' does not hold')[0]}`)).toEqual([
    'PROOF_VIOLATED INV-1',
    'PROOF_VIOLATED FLOW F14 extranet/proxy out',
    'PROOF_VIOLATED FLOW F16 extranet/bastion',
  ]);
  expect(problems[0]?.at).toMatch(/^environments\//);
});

test('what is unknown is said and goes on', () => {
  expect(proved('openstack_networking_wormhole_v9', {})).toEqual({
    problems: [],
    said: ['9 of 38 statements about suizhou are unknown; egov prove suizhou says why'],
  });
});

test('nothing is said of a cloud that is proved', () => {
  expect(proved('openstack_identity_user_v3', {})).toEqual({ problems: [], said: [] });
});

const EXTRANET = [
  'PROOF_VIOLATED PODS hebei-extranet TENANT culture-tourism',
  'PROOF_VIOLATED PODS hebei-extranet NOTHING-ELSE',
];

test('a policy that lets everybody into a department is refused before its cluster is planned or applied', () => {
  const wrong = openTo('hebei-extranet');
  expect(refused((context) => provePodsFirst(wrong, ['hebei-extranet', 'hebei-internet'], context))).toEqual(EXTRANET);
  expect(refused((context) => provePodsFirst(wrong, ['hebei-internet'], context))).toEqual([]);
  expect(refused((context) => provePodsFirst(hebei, ['hebei-extranet', 'hebei-internet'], context))).toEqual([]);
});

test('where clusters come after, nothing of OpenStack begins either; alone it does', () => {
  const wrong = openTo('hebei-extranet');
  const stacks = emitStacks(hebei);
  expect(refused((context) => proveFirst(stacks, wrong, context, { pods: true }))).toEqual(EXTRANET);
  expect(refused((context) => proveFirst(stacks, wrong, context))).toEqual([]);
});
