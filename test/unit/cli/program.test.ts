import type { Given } from '../../../cli/command-spec';
import { createProgram } from '../../../cli/program';

function given(line: string): Given {
  let found: Given | undefined;
  const output = { data: () => {}, notice: () => {} };
  const props = {
    language: 'en',
    version: '0',
    output,
    onCommand: (_: unknown, one: Given) => {
      found = one;
    },
  } as const;
  createProgram(props).parse(line.split(' '), { from: 'user' });
  if (found === undefined) throw new Error(`${line} is no command`);
  return found;
}

test('an option was given with a value as well as without', () => {
  const saved = given('apply hebei --saved plan --yes');
  expect(['saved', 'yes', 'reason'].map((option) => saved.has(option))).toEqual([true, true, false]);
  expect(given('plan hebei --save plan').has('save')).toBe(true);
  expect(given('plan hebei').has('save')).toBe(false);
});
