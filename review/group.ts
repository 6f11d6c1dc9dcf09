import type { Change } from './change';
import type { EnvironmentFacts } from './review';

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

/** In the name of a rule an address follows its service: `ingress-tcp_443-10-0-0-0_24`. */
const AFTER_SERVICE = String.raw`(?<=(?:_\d+(?:-\d+)?|icmp)-)`;

/**
 * Addresses, also as they stand in resource names, and places: these differ where the change is the same. Each looks at
 * its first character before it looks back, which most positions of a text do not pass.
 */
const OWN = [
  String.raw`(?=\d{1,3}[.-]\d)(?:(?<![\w.:])(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?(?![\w.])|${AFTER_SERVICE}(?:\d{1,3}-){3}\d{1,3}_\d{1,2}(?!\w))`,
  String.raw`(?=[0-9a-f]{1,4}[:-])(?:(?<![\w.:])[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7}(?:\/\d{1,3})?(?![\w:])|${AFTER_SERVICE}[0-9a-f]{1,4}(?:-[0-9a-f]{0,4}){2,8}_\d{1,3}(?!\w))`,
  String.raw`(?=:\d)(?<=\.yaml):\d+:\d+`,
];

/**
 * Changes that differ only in what is an environment's own, as groups in the order of their first member. Nothing is
 * lost: `ungroup` gives every change back as it was.
 */
export function group(changes: readonly Change[], facts: ReadonlyMap<string, EnvironmentFacts>): ChangeGroup[] {
  const groups = new Map<string, GroupMember[]>();
  const patterns = new Map<string, RegExp>();
  for (const change of changes) {
    const { environment } = change;
    const pattern = patterns.get(environment) ?? patternOf(environment, facts.get(environment));
    patterns.set(environment, pattern);
    const parameters: string[] = [];
    const form = JSON.stringify(change).replace(pattern, (own) => {
      const known = parameters.indexOf(own);
      if (known < 0) parameters.push(own);
      return `${OPEN}${known < 0 ? parameters.length - 1 : known}${CLOSE}`;
    });
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

function patternOf(environment: string, facts: EnvironmentFacts | undefined): RegExp {
  const names = [environment, facts?.domain, facts?.name, facts?.adcode]
    .filter((name): name is string => name !== undefined && name !== '')
    .sort((a, b) => b.length - a.length)
    .map((name) =>
      JSON.stringify(name)
        .slice(1, -1)
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    )
    .map((name) => String.raw`(?=${name})(?<![\w-])${name}(?![\w-])`);
  return new RegExp([...names, ...OWN].join('|'), 'g');
}
