import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, workingFolder } from '../command-line';

const PRICES = 'environments/catalogue/prices.yaml';

function withPrices(change: (text: string) => string): string {
  const folder = workingFolder('defaults.yaml', 'profiles', 'catalogue', 'suizhou');
  const path = join(folder, PRICES);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  return folder;
}

test('a quote of a city ends with 0, and says whose prices they are', async () => {
  const { code, out, err } = await run('quote suizhou');
  expect(code).toBe(0);
  expect(err.join('\n')).toContain('not a government price');
  expect(out.join('\n')).toMatch(/total +[\d,.]+/);
});

test('a price book with a gap: what has no price is named, is in no sum, and the end is 3', async () => {
  const folder = withPrices((text) => text.replace(/^.*field: media, value: ssd.*\n/m, ''));
  const { code, err } = await run('quote suizhou', { folder });
  expect(code).toBe(3);
  expect(err[1]).toMatch(/^PRICE_MISSING environments\/catalogue\/prices\.yaml:\d+:\d+$/);
  expect(err.join('\n')).toContain('no price for volume with media ssd');
});

test('a negative price is refused at its line', async () => {
  const folder = withPrices((text) => text.replace('value: ssd, cost: 0.7', 'value: ssd, cost: -0.7'));
  const { code, err } = await run('quote suizhou', { folder });
  const line =
    readFileSync(join(folder, PRICES), 'utf8')
      .split('\n')
      .findIndex((one) => one.includes('-0.7')) + 1;
  expect(code).toBe(3);
  expect(err[0]).toMatch(new RegExp(`^ENV_\\w+ ${PRICES}:${line}:\\d+$`));
});

test.each([
  ['--discount 101', '--discount 101 is no number from 0 to 100'],
  ['--years -1', '--years -1 is no number from 0 to 9'],
])('%s is refused', async (option, words) => {
  const { code, err } = await run(`quote suizhou ${option}`);
  expect(code).toBe(64);
  expect(err.join('\n')).toContain(words);
});
