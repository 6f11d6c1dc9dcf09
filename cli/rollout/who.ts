import { spawnSync } from 'node:child_process';
import type { Context } from '../context';

/** Who speaks: the name that was given, else that of git, else that of the account. It is written down, not proved. */
export function whoSpeaks(given: string | undefined, { folder, surroundings }: Context): string {
  if (given !== undefined && given.trim() !== '') return given.trim();
  const git = spawnSync('git', ['config', 'user.name'], { cwd: folder, encoding: 'utf8', timeout: 5_000 });
  const name = git.status === 0 ? git.stdout.trim() : '';
  return name !== '' ? name : (surroundings['USER'] ?? surroundings['LOGNAME'] ?? 'nobody');
}
