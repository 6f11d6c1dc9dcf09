import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FleetPoolProps } from '../../../../cli/fleet/fleet-pool';
import type { ReviewTask } from '../../../../cli/fleet/fleet-result';
import { run, workingFolder } from '../command-line';

const mockRounds: boolean[][] = [];

/** Threads that disagree, the first time, about a kind of clouds of which one was told from another. */
jest.mock('../../../../cli/fleet/fleet-pool', () => ({
  runFleet: async ({ tasks, onResult }: FleetPoolProps<ReviewTask>) => {
    mockRounds.push(tasks.map(({ whole }) => whole));
    for (const [index, { id, whole }] of tasks.entries())
      onResult({
        id,
        verdict: 'ok',
        counts: { alike: index },
        problems: [],
        seconds: 0,
        compared: { outcome: { id, state: whole ? 'changed' : 'same', problems: [] }, changes: [] },
        ...(!whole && { kind: { key: 'counties', said: `${index}` } }),
      });
    return [];
  },
}));

test('where clouds that seemed alike are not, every one is compared whole, and that is said', async () => {
  const folder = workingFolder('suizhou', 'guangxi/liuzhou/liucheng', 'profiles', 'defaults.yaml', 'catalogue');
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example', ...args]);
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'base');
  appendFileSync(join(folder, 'environments/defaults.yaml'), '# a word\n');
  const { code, out, err } = await run('fleet review --base HEAD', { folder });
  expect(mockRounds).toEqual([
    [false, false],
    [true, true],
  ]);
  expect(err.join('\n')).toContain('clouds that seemed alike are not, which is a defect of egov');
  expect([code, out.at(-1)]).toEqual([0, expect.stringMatching(/^2 environments: 2 changed; 0 changes/)]);
});
