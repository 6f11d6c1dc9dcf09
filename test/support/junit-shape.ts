/**
 * What is wrong with a text as JUnit's XML, by the schema that Jenkins publishes (junit-10.xsd) as far as readers rely on
 * it: well-formed XML 1.0, the elements in their places, their attributes, and counts that are those of the cases.
 */
export function junitFaults(text: string): string[] {
  const faults: string[] = [];
  const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.exec(text);
  if (forbidden) faults.push(`U+${forbidden[0].codePointAt(0)?.toString(16)} is no character of XML`);
  const body = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  if (body === text) faults.push('no declaration');
  const open: Element[] = [];
  let rest = body;
  for (let match = PIECE.exec(rest); rest !== ''; match = PIECE.exec(rest)) {
    if (!match) return [...faults, `not well-formed: ${rest.slice(0, 60)}`];
    rest = rest.slice(match[0].length);
    const [, words, close, name, attributes = '', empty] = match;
    const top = open.at(-1);
    if (words !== undefined) {
      if (words.trim() !== '' && !LEAVES.includes(top?.name ?? '')) faults.push(`words in ${top?.name}: ${words}`);
    } else if (close !== undefined) {
      const ended = open.pop();
      if (ended?.name !== close) return [...faults, `${close} ends ${ended?.name}`];
      faults.push(...countFaults(ended));
      if (open.length === 0 && rest.trim() !== '') faults.push('words behind the end');
    } else if (name !== undefined) {
      const element = { name, attributes: readAttributes(attributes), inside: [] };
      faults.push(...shapeFaults(element, top?.name));
      top?.inside.push(element);
      if (empty === undefined) open.push(element);
    }
  }
  return open.length === 0 ? faults : [...faults, `${open.at(-1)?.name} has no end`];
}

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly inside: Element[];
}

const PIECE =
  /^(?:((?:[^<>&]|&(?:lt|gt|amp|quot|apos|#\d+|#x[0-9a-f]+);)+)|<\/(\w+)>|<(\w+)((?: [\w-]+="(?:[^<&"]|&(?:lt|gt|amp|quot|apos|#\d+|#x[0-9a-f]+);)*")*)(\/)?>)/u;
const LEAVES = ['failure', 'error', 'skipped'];
const COUNTS = ['tests', 'failures', 'errors', 'skipped'];

/** Of each element: where it stands, the attributes that it must have, and those that it may have besides. */
const SHAPES: Readonly<
  Record<string, readonly [parent: string | undefined, must: readonly string[], may: readonly string[]]>
> = {
  testsuites: [undefined, COUNTS, ['name', 'time']],
  testsuite: ['testsuites', ['name', ...COUNTS], ['time', 'timestamp', 'hostname', 'id', 'package']],
  testcase: ['testsuite', ['name', 'classname'], ['time', 'status']],
  failure: ['testcase', ['message'], ['type']],
  error: ['testcase', ['message'], ['type']],
  skipped: ['testcase', [], ['message', 'type']],
};

function readAttributes(text: string): ReadonlyMap<string, string> {
  return new Map(Array.from(text.matchAll(/ ([\w-]+)="([^"]*)"/g), ([, key = '', value = '']) => [key, value]));
}

function shapeFaults({ name, attributes }: Element, parent: string | undefined): string[] {
  const shape = SHAPES[name];
  if (!shape) return [`unknown element ${name}`];
  const [place, must, may] = shape;
  return [
    ...(place === parent ? [] : [`${name} in ${parent}`]),
    ...must.filter((key) => !attributes.has(key)).map((key) => `${name} without ${key}`),
    ...[...attributes.keys()].filter((key) => !must.includes(key) && !may.includes(key)).map((key) => `${name} ${key}`),
  ];
}

function countFaults(element: Element): string[] {
  if (!['testsuites', 'testsuite'].includes(element.name)) return [];
  const cases = element.name === 'testsuite' ? element.inside : element.inside.flatMap(({ inside }) => inside);
  const ends = (kind: string) => cases.filter(({ inside }) => inside.some(({ name }) => name === kind)).length;
  const counted = [cases.length, ends('failure'), ends('error'), ends('skipped')].map(String);
  return COUNTS.filter((key, at) => element.attributes.get(key) !== counted[at]).map(
    (key) => `${element.name} ${key}=${element.attributes.get(key)}, there are ${counted[COUNTS.indexOf(key)]}`,
  );
}
