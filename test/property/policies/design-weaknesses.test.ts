import { designWeaknesses } from '../../../tools/weaknesses/design-weaknesses';
import { expectFound } from '../../support/policies/expect-found';
import { WeakClouds } from '../../support/policies/weak-clouds';

jest.setTimeout(600_000);

const clouds = new WeakClouds();

test.each(designWeaknesses.map((one) => [one.example, one] as const))('%s is found wherever it is', (_, weakness) => {
  expectFound(clouds, weakness);
});
