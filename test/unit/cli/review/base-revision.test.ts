import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../../../cli/context';
import { withBase } from '../../../../cli/review/base-revision';
import { ProblemsError } from '../../../../model/problem';
import { workingFolder } from '../command-line';

const git = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example', ...args]);

function committed(): string {
  const folder = workingFolder('defaults.yaml', 'suizhou');
  git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'a city');
  return join(folder, 'environments');
}

/** Compares with HEAD, and does something in the midst of it. */
async function during(environments: string, act: (base: string) => void) {
  const context = { environments, surroundings: process.env, signal: new AbortController().signal } as Partial<Context>;
  let folder = '';
  try {
    const answer = await withBase('HEAD', context as Context, async (base) => {
      folder = base.environments;
      act(folder);
      return 'compared';
    });
    return { answer, left: existsSync(folder) };
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return { said: error.problems.map(({ code, at, message }) => [code, at, message.en]), left: existsSync(folder) };
  }
}

test('what was edited before is no edit in between, and neither is more of it', async () => {
  const environments = committed();
  appendFileSync(join(environments, 'suizhou/pools.yaml'), '# before\n');
  const seen: string[] = [];
  const end = await during(environments, (base) => {
    appendFileSync(join(environments, 'suizhou/pools.yaml'), '# in between\n');
    seen.push(readFileSync(join(base, 'suizhou/pools.yaml'), 'utf8'));
  });
  expect(end).toEqual({ answer: 'compared', left: false });
  expect(seen[0]).not.toContain('in between');
});

test('an edit in between of what both sides read is told, and nothing is answered', async () => {
  const environments = committed();
  const [city, tenants] = [join(environments, 'suizhou/pools.yaml'), join(environments, 'suizhou/tenants/new.yaml')];
  const end = await during(environments, (base) => {
    const before = readFileSync(join(base, 'suizhou/pools.yaml'), 'utf8');
    writeFileSync(city, `${before}# in between\n`);
    writeFileSync(tenants, '# in between\n');
    // Why it must be told: the base shows it.
    expect(readFileSync(join(base, 'suizhou/pools.yaml'), 'utf8')).not.toBe(before);
  });
  expect(end).toEqual({
    said: [['GIT_EDITED', city, 'it and 1 other file were edited while they were compared']],
    left: false,
  });
});

test('so it is where the work fails, for the edit may be why; what is no description is no edit', async () => {
  const environments = committed();
  const failing = await during(environments, () => {
    appendFileSync(join(environments, 'suizhou/pools.yaml'), '# in between\n');
    throw new Error('half a file');
  });
  expect(failing.said?.map(([code]) => code)).toEqual(['GIT_EDITED']);
  const other = committed();
  const noted = await during(other, () => writeFileSync(join(other, 'suizhou/review.md'), 'what changes'));
  expect(noted).toEqual({ answer: 'compared', left: false });
});
