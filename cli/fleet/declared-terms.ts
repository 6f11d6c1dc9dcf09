import type { DescribedEnvironment } from '../../environments/read-environment';
import { isList, isMap, type Path, type Written } from '../../environments/written';
import { Cidr, IpAddress } from '../../model/cidr';
import type { Declared } from '../../review/alike/own-terms';

/** Values of a description that name its cloud and mean nothing else, by their path; `*` is any key. */
const NAMES = ['name', 'domain', 'contract', 'contacts.*', 'sites.*.region'];

/** What the files of an environment's own folder say of it: its names, codes and blocks, in one or both of its revisions. */
export function declaredTerms(id: string, revisions: readonly DescribedEnvironment[]): Declared {
  const words = new Map(Object.entries(idWords(id)));
  const blocks: Cidr[] = [];
  // A file that is the same in both revisions is read once, and so its values are the same.
  const seen = new Set<Written['value']>();
  for (const { written, values } of revisions) {
    const sites = Object.keys(values.sites);
    for (const { path, text } of ownScalars(written, `/${id}/`, [], seen)) {
      const block = blockOf(text);
      const role = roleOf(path, sites);
      if (block) blocks.push(block);
      else if (role !== undefined && !words.has(role)) words.set(role, text);
      else if (role !== undefined && words.get(role) !== text) words.set(`other ${role}`, text);
    }
    for (const [index, site] of sites.entries()) words.set(`site ${index}`, site);
  }
  return { words, blocks };
}

/** An id as folders, and as names of stacks and states write it. */
function idWords(id: string): Record<string, string> {
  return Object.fromEntries(['/', '-', '.'].map((sign) => [`id${sign}`, id.replaceAll('/', sign)]));
}

function roleOf(path: Path, sites: readonly string[]): string | undefined {
  const steps = path.map((step, depth) => String(depth === 1 && path[0] === 'sites' ? sites.indexOf(`${step}`) : step));
  const isName = NAMES.some((name) => {
    const wanted = name.split('.');
    return wanted.length === steps.length && wanted.every((one, index) => one === '*' || one === steps[index]);
  });
  return isName || steps.at(-1) === 'adcode' ? steps.join('.') : undefined;
}

/** Texts that a file of the folder wrote, with their path. */
function* ownScalars(
  written: Written,
  folder: string,
  path: Path,
  seen: Set<Written['value']>,
): Generator<{ readonly path: Path; readonly text: string }> {
  const { value, source } = written;
  if (isMap(written) || isList(written)) {
    if (seen.has(value)) return;
    seen.add(value);
    const entries: Iterable<readonly [string | number, Written]> = written.value.entries();
    for (const [key, one] of entries) yield* ownScalars(one, folder, [...path, key], seen);
  } else if (typeof value === 'string' && source.label.includes(folder)) yield { path, text: value };
}

function blockOf(text: string): Cidr | undefined {
  if (!/^[\d.]+(\/\d+)?$|^[\da-fA-F:.]*:[\da-fA-F:.]*(\/\d+)?$/.test(text)) return undefined;
  const parsed = text.includes('/') ? Cidr.parse(text) : IpAddress.parse(text);
  return parsed instanceof IpAddress ? parsed.host : parsed instanceof Cidr ? parsed : undefined;
}
