import { daysBetween } from '../../../policies/days-between';

test.each([
  ['2026-11-25', '2026-11-25', 0],
  ['2026-11-25', '2026-11-26', 1],
  ['2026-11-26', '2026-11-25', -1],
  ['2028-02-28', '2028-03-01', 2],
  ['2026-12-31', '2027-01-01', 1],
])('from %s to %s it is %d days', (from, to, expected) => {
  expect(daysBetween(from, to)).toBe(expected);
});
