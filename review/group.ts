import type { Change } from './change';
import type { EnvironmentFacts } from './review';
import { NAMED_V4, NAMED_V6, V4, V6 } from './written-address';

/** The same change over environments: once in a form, and what each environment puts into it. */
export interface ChangeGroup {
  /** JSON of a change with a mark for each value that is an environment's own. */
  readonly form: string;
  readonly members: readonly GroupMember[];
}

export interface GroupMember {
  readonly environment: string;
  readonly parameters: readonly string[];
}

// JSON escapes control characters, so that these two never stand in it.
const [OPEN, CLOSE] = ['\u0001', '\u0002'];
const MARK = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g');

/** Addresses differ where the change is the same. */
const ADDRESS = new RegExp(String.raw`(?<![\w.:])(?:${V4}(?![\w.])|${V6}(?![\w:]))`, 'g');

/** So do lines of files, and addresses in names of rules, behind their service. */
const PLACED = new RegExp(
  String.raw`(\.yaml|(?:_\d+(?:-\d+)?|icmp)-)((?<=l):\d+:\d+|(?<=-)(?:${NAMED_V4}|${NAMED_V6})(?!\w))`,
  'g',
);

/**
 * Changes that differ only in what is an environment's own, as groups in the order of their first member. Nothing is
 * lost: `ungroup` gives every change back as it was.
 */
export function group(changes: readonly Change[], facts: ReadonlyMap<string, EnvironmentFacts>): ChangeGroup[] {
  const groups = new Map<string, GroupMember[]>();
  const known = new Map<string, readonly OwnName[]>();
  for (const change of changes) {
    const { environment } = change;
    const names = known.get(environment) ?? namesOf(environment, facts.get(environment));
    known.set(environment, names);
    const parameters: string[] = [];
    const mark = (own: string): string => {
      const index = parameters.indexOf(own);
      if (index < 0) parameters.push(own);
      return `${OPEN}${index < 0 ? parameters.length - 1 : index}${CLOSE}`;
    };
    let form = JSON.stringify(change);
    for (const { text, pattern } of names) if (form.includes(text)) form = form.replace(pattern, mark);
    form = form.replace(ADDRESS, mark).replace(PLACED, (_, before: string, own: string) => `${before}${mark(own)}`);
    const members = groups.get(form) ?? [];
    members.push({ environment, parameters });
    groups.set(form, members);
  }
  return Array.from(groups, ([form, members]) => ({ form, members }));
}

/** The change of one member. */
export function changeOf({ form }: ChangeGroup, { parameters }: GroupMember): Change {
  const text = form.replace(MARK, (_, index: string) => parameters[Number(index)] ?? '');
  return JSON.parse(text) as Change;
}

/** Every change of the groups. */
export function ungroup(groups: readonly ChangeGroup[]): Change[] {
  return groups.flatMap((one) => one.members.map((member) => changeOf(one, member)));
}

interface OwnName {
  readonly text: string;
  readonly pattern: RegExp;
}

/** What an environment is called, the longest first, since one name may hold another. */
function namesOf(environment: string, facts: EnvironmentFacts | undefined): OwnName[] {
  return [environment, facts?.domain, facts?.name, facts?.adcode]
    .filter((name): name is string => name !== undefined && name !== '')
    .sort((a, b) => b.length - a.length)
    .map((name) => JSON.stringify(name).slice(1, -1))
    .map((text) => ({
      text,
      pattern: new RegExp(String.raw`(?<![\w-])${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\w-])`, 'g'),
    }));
}
