import { isMainland } from '../../../policies/mainland';

test.each(['110000', '421300', '659012'])('%s is on the mainland', (adcode) => {
  expect(isMainland(adcode)).toBe(true);
});

test.each(['710000', '810000', '820000', '990000', '13000', ''])('%s is not', (adcode) => {
  expect(isMainland(adcode)).toBe(false);
});
