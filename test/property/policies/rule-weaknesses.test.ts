import { ruleWeaknesses } from '../../../tools/weaknesses/rule-weaknesses';
import { expectFound } from '../../support/policies/expect-found';
import { WeakClouds } from '../../support/policies/weak-clouds';

jest.setTimeout(600_000);

const clouds = new WeakClouds();

test.each(ruleWeaknesses.map((one) => [one.example, one] as const))('%s is found wherever it is', (_, weakness) => {
  expectFound(clouds, weakness);
});
