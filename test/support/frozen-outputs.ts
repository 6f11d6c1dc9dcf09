import { createHash } from 'node:crypto';

/** Name of a cloud to name of a stack or cluster to a hash of all that is emitted for it. */
export type FrozenOutputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Twelve digits tell any two outputs apart, and keep the file readable. */
export function hashOf(emitted: unknown): string {
  return createHash('sha256').update(JSON.stringify(emitted)).digest('hex').slice(0, 12);
}

/** One line for each cloud whose outputs are not the frozen ones, and what is to be done; empty where none differs. */
export function unfrozen(frozen: FrozenOutputs, now: FrozenOutputs): readonly string[] {
  const clouds = [...new Set([...Object.keys(frozen), ...Object.keys(now)])].sort();
  const lines = clouds.flatMap((cloud) => {
    const [was, is] = [frozen[cloud], now[cloud]];
    if (was === undefined) return [`${cloud}: is not frozen yet`];
    if (is === undefined) return [`${cloud}: is emitted no more`];
    const stacks = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
    const differing = stacks.filter((stack) => was[stack] !== is[stack]);
    return differing.length === 0 ? [] : [`${cloud}: ${differing.map((stack) => word(stack, was, is)).join(', ')}`];
  });
  return lines.length === 0 ? [] : [...lines, REPAIR];
}

function word(stack: string, was: Readonly<Record<string, string>>, is: Readonly<Record<string, string>>): string {
  if (was[stack] === undefined) return `${stack} is new`;
  return is[stack] === undefined ? `${stack} is gone` : `${stack} differs`;
}

const REPAIR =
  'Whoever upgrades would see this in a plan. If it is meant: say in CHANGELOG.md what changes, with a line `Replaces:` ' +
  'that names the addresses or says nothing, and run UPDATE_GOLDEN=1 npx jest test/golden/frozen-outputs';

/** The `Replaces:` line of the newest section of a changelog. */
export function replacesLine(changelog: string): string | undefined {
  const newest = changelog.split(/^## /m)[1] ?? '';
  return /^Replaces: \S.*$/m.exec(newest)?.[0];
}
