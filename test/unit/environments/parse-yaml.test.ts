import { parseYaml } from '../../../environments/parse-yaml';
import { plain, Source } from '../../../environments/written';

const problems = (text: string) =>
  parseYaml(new Source('f.yaml', text)).problems.map(({ code, at, message }) => `${code} ${at} · ${message.en}`);

test.each([
  ['a: "x\n', 'YAML_SYNTAX f.yaml:2:1 · a quote, bracket, colon or comma is missing before this'],
  ['a: [1, 2\n', 'YAML_SYNTAX f.yaml:2:1 · a bracket that was opened above is not closed before this'],
  ['a: b: c\n', 'YAML_SYNTAX f.yaml:1:4 · a second colon on this line makes a map inside of a value'],
  ['a: !secret x\n', 'YAML_SYNTAX f.yaml:1:4 · tags (!name) are not read'],
  ['a: "\\q"\n', 'YAML_SYNTAX f.yaml:1:5 · no escape sequence of YAML'],
  ['a: @x\n', 'YAML_SYNTAX f.yaml:1:4 · a plain value cannot start with this character'],
  ['%YAML 1.1\n---\na: 1\n', 'YAML_SYNTAX f.yaml:1:1 · the file asks for another version of YAML than 1.2'],
  ['a:\n  b: 1\n c: 2\n', 'YAML_SYNTAX f.yaml:3:1 · the indentation fits no level above'],
  ['a: &x [*x]\n', 'YAML_ALIAS f.yaml:1:8 · *x repeats no anchor before it'],
  ['? [1, 2]\n: x\n', 'ENV_KEY_INVALID f.yaml:1:3 · this is no key here: expected a short text'],
])('%j is refused with its place', (text, expected) => {
  expect(problems(text)).toEqual([expected]);
});

test('a file with several faults tells all of them', () => {
  expect(problems('a: 1\na: 2\nb: { c: 1, c: 2 }\n')).toEqual([
    'YAML_DUPLICATE_KEY f.yaml:2:1 · a is already written at f.yaml:1:1',
    'YAML_DUPLICATE_KEY f.yaml:3:12 · c is already written at f.yaml:3:6',
  ]);
});

test('an alias is the value of its anchor, at the place of the alias', () => {
  const { written } = parseYaml(new Source('f.yaml', 'a: &x { b: 1 }\nc: *x\n'));
  expect(written && plain(written)).toEqual({ a: { b: 1 }, c: { b: 1 } });
});

test('keys are texts, also where they look like numbers or truth values', () => {
  const { written } = parseYaml(new Source('f.yaml', '1: a\ntrue: b\n010: c\n'));
  expect(written && plain(written)).toEqual({ '1': 'a', true: 'b', '010': 'c' });
});
