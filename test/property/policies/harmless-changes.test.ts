import { everyWeakness } from '../../../tools/weaknesses/every-weakness';
import { harmlessChanges } from '../../support/policies/harmless-changes';
import { WeakClouds } from '../../support/policies/weak-clouds';

jest.setTimeout(600_000);

const clouds = new WeakClouds();
const count = (changes: typeof everyWeakness) =>
  changes.reduce((sum, one) => sum + [...one.variants(clouds.reference)].length, 0);

test('the reference cloud has one finding: an entry of this release has an IPv4 address only', () => {
  expect(clouds.before.map((one) => `${one.status} ${one.policy} ${one.resource}`)).toEqual([
    'warn IPV6-ENTRY plane internet',
  ]);
});

test.each(harmlessChanges.map((one) => [one.example, one] as const))('no alarm: %s', (_, change) => {
  const alarms = [...clouds.variants(change)].flatMap(({ fresh }) =>
    fresh.map((one) => `${one.policy} ${one.resource}`),
  );
  expect(alarms).toEqual([]);
});

test('at least 300 weaknesses are seeded, and at least 100 harmless changes are made', () => {
  expect([count(everyWeakness) >= 300, count(harmlessChanges) >= 100]).toEqual([true, true]);
});
