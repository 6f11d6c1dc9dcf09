import type { Weakness } from '../../../tools/weaknesses/weakness';
import type { WeakClouds } from './weak-clouds';

/** Every variant of a weakness must be found by one of its policies, and by the proof where that is said. */
export function expectFound(clouds: WeakClouds, weakness: Weakness): void {
  const missed: string[] = [];
  let count = 0;
  for (const { fresh, subject } of clouds.variants(weakness)) {
    count++;
    const named =
      weakness.policies.length === 0 ? fresh : fresh.filter((one) => weakness.policies.includes(one.policy));
    if (named.length === 0) missed.push(`${count}: ${fresh.map((one) => one.policy).join(' ') || 'nothing'}`);
    if (fresh.some((one) => one.status === 'error')) missed.push(`${count}: a policy broke`);
    if (weakness.proved && subject.openings.proof.verdict !== 'VIOLATED') missed.push(`${count}: not violated`);
  }
  expect(missed).toEqual([]);
  expect(count).toBeGreaterThan(0);
}
