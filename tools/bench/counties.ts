import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PATTERN = 'guangxi/liuzhou/liucheng';

/**
 * Writes `count` (up to 250) county environments into `root`: the shipped one with codes, addresses and names of its
 * own. Shared files come from the package, as for any folder of environments of a user.
 */
export function writeCounties(environments: string, root: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `county-${1000 + index}`;
    const folder = join(root, id);
    cpSync(join(environments, PATTERN), folder, { recursive: true });
    rewrite(join(folder, 'environment.yaml'), [['450222', adcode(index)]]);
    const third = index % 256;
    rewrite(join(folder, 'planes.yaml'), [
      ['10.72.', `10.${third}.`],
      ['2001:db8:4522', `2001:db8:${(0x5000 + index).toString(16)}`],
      ['59.220.16.0', `59.221.${third}.0`],
      ['198.18.1.0', `198.19.${third}.0`],
    ]);
    return id;
  });
}

/** A county of the same province: 99 to a city. */
function adcode(index: number): string {
  const pair = (value: number) => String(value + 1).padStart(2, '0');
  return `45${pair(Math.floor(index / 99))}${pair(index % 99)}`;
}

function rewrite(file: string, changes: readonly (readonly [from: string, to: string])[]): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    changes.reduce((made, [from, to]) => made.replaceAll(from, to), text),
  );
}
