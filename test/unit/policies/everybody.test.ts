import { isEverybody } from '../../../policies/everybody';

test.each<[readonly string[], boolean]>([
  [[], false],
  [['0.0.0.0/0'], true],
  [['::/0'], true],
  [['128.0.0.0/1', '0.0.0.0/1'], true],
  [['8000::/1', '::/1', '10.0.0.0/8'], true],
  [['0.0.0.0/2', '64.0.0.0/2', '0.0.0.0/1', '128.0.0.0/2', '192.0.0.0/2'], true],
  [['0.0.0.0/1', '128.0.0.0/2', '192.0.0.0/3', '224.0.0.0/4'], false],
  [['0.0.0.0/1', '::/1'], false],
  [['1.2.3.4/0'], true],
  [['anybody', '0.0.0.0/33'], false],
])('%j is everybody: %s', (blocks, expected) => {
  expect(isEverybody(blocks)).toBe(expected);
});
