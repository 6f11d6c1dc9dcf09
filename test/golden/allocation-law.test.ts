import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DelegationSeries, replayed, type SpaceSeries, spaceReplayed } from '../support/allocation-series';

interface Law {
  readonly delegation: { readonly steps: readonly { readonly blocks: readonly string[] }[] } & DelegationSeries;
  readonly spaces: readonly ({ readonly granted: readonly string[] } & SpaceSeries)[];
}

const law = JSON.parse(readFileSync(join(__dirname, 'allocation-law.json'), 'utf8')) as Law;

// Addresses that are given out stay for good: there is no way to write this fixture anew.

test('a series of grants and returns gives the blocks that it always gave', () => {
  expect(replayed(law.delegation)).toEqual(law.delegation.steps.map(({ blocks }) => blocks));
});

test('the series has refusals, returns and blocks that are given again', () => {
  const words = new Set(
    law.delegation.steps.flatMap(({ blocks }) => blocks.map((line) => line.replace(/^\d\S* /, ''))),
  );
  for (const kind of ['gave', 'back', 'freed', 'refused'])
    expect([...words].some((line) => line.startsWith(`${kind} `))).toBe(true);
});

test.each(law.spaces.map((one, index) => [index, one] as const))('keys of space %i get their old places', (_, one) => {
  expect(spaceReplayed(one)).toEqual(one.granted);
});
