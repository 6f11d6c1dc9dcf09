import { cellsOf, table } from '../../../cli/table';

test('columns stand under one another where characters take two cells', () => {
  const lines = table({
    rows: [
      ['财政局', 'a'],
      ['x', 'bb'],
    ],
  });
  expect(lines).toEqual(['财政局  a', 'x       bb']);
  expect(cellsOf('财政局')).toBe(6);
});

test('numbers stand at the right edge, and no line ends with spaces', () => {
  expect(
    table({
      rows: [
        ['a', '1', ''],
        ['b', '120', 'x'],
      ],
      right: [1],
      indent: 2,
    }),
  ).toEqual(['  a    1', '  b  120  x']);
});

test('rows of different lengths and no rows at all', () => {
  expect(table({ rows: [['a'], ['bb', 'c']] })).toEqual(['a', 'bb  c']);
  expect(table({ rows: [] })).toEqual([]);
});

test('a long cell moves what follows it and leaves the other rows where they are', () => {
  const rows = [
    ['a', '1', 'x'],
    ['b', '123456', 'y'],
    ['c', '12', 'z'],
  ];
  expect(table({ rows, widest: { 1: 3 } })).toEqual(['a  1   x', 'b  123456  y', 'c  12  z']);
});
