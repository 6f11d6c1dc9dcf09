import { join } from 'node:path';
import type { FleetTask } from '../../../../cli/fleet/fleet-result';
import { checkTask, judgeTask, proveTask } from '../../../../cli/fleet/judge-tasks';
import { packageRoot } from '../../../../environments/package-root';
import { testContext } from '../../../support/test-context';

const environments = join(packageRoot(), 'environments');
const context = testContext({ folder: packageRoot() });

/** Days of which the last is behind the end of every waiver. */
const DAYS = ['2026-11-26', '2099-01-01'];

test.each(['guangxi/liuzhou/liucheng', 'guangxi/liuzhou', 'liaoning'])(
  'what is judged of %s is what is proved and what is checked',
  (id) => {
    const told = DAYS.map((asOf) => {
      const task: FleetTask = { operation: 'judge', id, environments, folder: packageRoot(), asOf };
      const [proof, policies, both] = [proveTask(task, context), checkTask(task, context), judgeTask(task, context)];
      expect(both.counts).toEqual({ ...proof.counts, ...policies.counts });
      expect(both.violated).toBe(proof.violated || policies.violated);
      expect(both.problems).toEqual([...proof.problems, ...policies.problems]);
      expect([proof.counts['proved'], policies.counts['looked']]).toEqual([expect.any(Number), expect.any(Number)]);
      return both.violated;
    });
    expect(told).toEqual([false, true]);
  },
);
