import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PATTERN = 'guangxi/liuzhou/liucheng';
/** First octets that the plans of the generated clouds use: one has room for 1,024 counties of 64 × 256 addresses. */
const OCTETS = [10, 11, 21, 22, 26, 28];

/**
 * Writes `count` (up to 6,000) county environments below `root`, a folder for each province and city: the shipped one
 * with codes, addresses and names of its own. Shared files come from the package, as for any folder of a user.
 */
export function writeCountry(environments: string, root: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const adcode = adcodeOf(index);
    const id = `p${adcode.slice(0, 2)}/c${adcode.slice(2, 4)}/county-${adcode}`;
    const folder = join(root, id);
    cpSync(join(environments, PATTERN), folder, { recursive: true });
    for (const file of ['environment.yaml', 'backup.yaml']) rewrite(join(folder, file), [['450222', adcode]]);
    const third = (index % 4) * 64;
    const block = (offset: number) =>
      `${OCTETS[Math.floor(index / 1024)]}.${Math.floor(index / 4) % 256}.${third + offset}.`;
    rewrite(join(folder, 'planes.yaml'), [
      ...[0, 32, 48, 56].map((offset) => [`10.72.${offset}.`, block(offset)] as const),
      ['2001:db8:4522', `2001:db8:${(0x1000 + index).toString(16)}`],
      ['59.220.16.0', `59.${192 + Math.floor(index / 1024)}.${Math.floor(index / 4) % 256}.${(index % 4) * 64}`],
      ['198.18.1.0', `198.${18 + Math.floor(index / 1024)}.${Math.floor(index / 4) % 256}.${(index % 4) * 64}`],
    ]);
    // Its cluster stands beside the blocks of the planes.
    rewrite(join(folder, 'kubernetes.yaml'), [['10.73.0.', `29.${Math.floor(index / 256)}.${index % 256}.`]]);
    return id;
  });
}

/** Provinces of GB/T 2260 in turn, 60 counties to a city (71 and above are development zones), as many cities as it takes. */
function adcodeOf(index: number): string {
  const provinces = ['13', '14', '15', '21', '22', '23', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44'];
  const pair = (value: number) => String(value + 1).padStart(2, '0');
  const [city, county] = [Math.floor(index / 60), index % 60];
  return `${provinces[city % provinces.length]}${pair(Math.floor(city / provinces.length))}${pair(county)}`;
}

function rewrite(file: string, changes: readonly (readonly [from: string, to: string])[]): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    changes.reduce((made, [from, to]) => made.replaceAll(from, to), text),
  );
}
