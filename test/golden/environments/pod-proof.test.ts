import { join } from 'node:path';
import { podCases } from '../../../cli/proof/pod-cases';
import { listEnvironments } from '../../../environments/environment-list';
import { readEnvironment } from '../../../environments/read-environment';
import { designEnvironment } from '../../../model/design/design-environment';
import type { PodIntent } from '../../../model/pod-intent';
import { judgePods } from '../../../proof/kubernetes/judge-pods';
import { PodReachability } from '../../../proof/kubernetes/pod-reachability';
import type { PodWorld } from '../../../proof/kubernetes/pod-world';
import { ROOT } from '../../support/repository-files';

const root = join(ROOT, 'environments');
const designs = listEnvironments(root)
  .map((id) => designEnvironment(readEnvironment(root, id)))
  .filter(({ clusters }) => clusters !== undefined);

function unproved(world: PodWorld, intent: PodIntent): readonly string[] {
  const blocks = intent.flows.flatMap(({ from, to }) =>
    [from, to].flatMap((end) => ('blocks' in end ? end.blocks : [])),
  );
  const statements = judgePods(new PodReachability(world, blocks), intent);
  return statements.filter(({ verdict }) => verdict !== 'PROVED').map(({ id }) => id);
}

test.each([
  ['guangxi/liuzhou/liucheng', ['guangxi-liuzhou-liucheng-extranet']],
  ['hebei', ['hebei-extranet', 'hebei-internet']],
])(
  'everything is proved of the clusters of %s, and without a policy of a department it is not',
  async (id, stacks) => {
    const design = designs.find(({ environment }) => environment === id);
    const cases = podCases(design as NonNullable<typeof design>);
    expect(cases.map(({ cluster }) => cluster.stack)).toEqual(stacks);
    const unnoticed = new Set<string>();
    for (const { reach, intent } of cases) {
      expect(unproved(reach.world, intent)).toEqual([]);
      for (const policy of reach.world.policies.filter(({ namespace }) => intent.tenants[namespace] !== undefined)) {
        const policies = reach.world.policies.filter((one) => one !== policy);
        if (unproved({ ...reach.world, policies }, intent).length === 0) unnoticed.add(policy.name);
      }
    }
    // Nobody asks for these: without them less passes, and nothing that was declared is lost.
    expect([...unnoticed].sort()).toEqual(['allow-dns', 'allow-same-app']);
  },
  300_000,
);
