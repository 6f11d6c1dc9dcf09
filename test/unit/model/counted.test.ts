import { counted } from '../../../model/counted';

test.each([
  [0, 'difference', undefined, '0 differences'],
  [1, 'difference', undefined, '1 difference'],
  [2, 'difference', undefined, '2 differences'],
  [1, 'entry', 'entries', '1 entry'],
  [12, 'entry', 'entries', '12 entries'],
] as const)('%i of %s', (count, one, many, expected) => {
  expect(counted(count, one, many)).toBe(expected);
});
