import type { StackDesign } from '../../../model/design/stack-design';
import { inOrder } from '../../../stacks/stack-order';

const stack = (key: string, ...after: string[]): StackDesign => ({
  key,
  kind: 'tenant',
  site: 's',
  region: 'r',
  after,
});
const keys = (stacks: readonly StackDesign[]) => inOrder(stacks).map(({ key }) => key);

test('a stack comes after those it uses, whatever their names', () =>
  expect(keys([stack('a', 'b'), stack('b', 'c'), stack('c')])).toEqual(['c', 'b', 'a']));

test('where there is a choice the key decides, not the order of the input', () =>
  expect(keys([stack('c'), stack('a'), stack('b', 'c')])).toEqual(['a', 'c', 'b']));

test('a stack that is not there is not waited for', () => expect(keys([stack('a', 'gone')])).toEqual(['a']));

test('a circle is refused, with the stacks in it', () =>
  expect(() => keys([stack('a', 'b'), stack('b', 'a'), stack('c')])).toThrow('stacks wait for one another: a, b'));
