import { edited, writtenNames } from '../../../../environments/rename/written-names';

const CONTENT = [
  '# a comment about finance',
  'finance: "finance" # behind it',
  "list: [ 'finance', &here finance, *here ]",
  '"finance": { a: 1 }',
  '',
].join('\n');

test('every text has its path, keys and aliases are told apart', () => {
  const found = writtenNames(CONTENT).filter(({ text }) => text === 'finance');
  expect(found.map(({ path, isKey, isAlias }) => [path.join('.'), isKey, isAlias])).toEqual([
    ['finance', true, false],
    ['finance', false, false],
    ['list.0', false, false],
    ['list.1', false, false],
    ['list.2', false, true],
    ['finance', true, false],
  ]);
});

test('an edit leaves comments, quotes and spaces as they are', () => {
  const names = writtenNames(CONTENT).filter(({ text, isAlias }) => text === 'finance' && !isAlias);
  expect(
    edited(
      CONTENT,
      names.map((name) => ({ name, text: 'treasury' })),
    ),
  ).toBe(CONTENT.replaceAll('finance', 'treasury').replace('about treasury', 'about finance'));
});

test('a text that is written with escapes is written plainly', () => {
  const content = 'a: "\\x66inance"\n';
  const [name] = writtenNames(content).filter(({ isKey }) => !isKey);
  expect(edited(content, name === undefined ? [] : [{ name, text: 'treasury' }])).toBe('a: "treasury"\n');
});
