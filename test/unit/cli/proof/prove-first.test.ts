import { join } from 'node:path';
import type { Context } from '../../../../cli/context';
import { exitCodeOf } from '../../../../cli/exit-code';
import { proveFirst } from '../../../../cli/proof/prove-first';
import { readEnvironment } from '../../../../environments/read-environment';
import { designEnvironment } from '../../../../model/design/design-environment';
import { ProblemsError } from '../../../../model/problem';
import { emitStacks } from '../../../../stacks/emit-stacks';
import { ROOT } from '../../../support/repository-files';

const design = designEnvironment(readEnvironment(join(ROOT, 'environments'), 'suizhou'));

const id = (address: string) => `\${${address}.id}`;

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
