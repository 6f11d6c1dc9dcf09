import { changedLines } from '../../../../cli/rename/changed-lines';

test('equal texts have none', () => {
  expect(changedLines('a\nb\n', 'a\nb\n')).toEqual([]);
});

test('a changed line is shown as it was and as it is, a new one as it is', () => {
  expect(changedLines('a\nb\n', 'a\nc\nd\n')).toEqual(['-2: b', '+2: c', '+3: d']);
  expect(changedLines(undefined, 'a\n')).toEqual(['+1: a']);
});

test('a line that comes more often than before is shown once for each time', () => {
  expect(changedLines('a\n', 'a\na\n')).toEqual(['+2: a']);
});
