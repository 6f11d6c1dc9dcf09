import { createHash } from 'node:crypto';

/**
 * Names a finding: policy, key of the thing, and what tells findings about one thing apart. The same at every door, on
 * every machine and after lines have moved; twelve hexadecimal digits.
 */
export function fingerprint(policy: string, resource: string, about = ''): string {
  return createHash('sha256').update(`${policy}\n${resource}\n${about}`).digest('hex').slice(0, 12);
}
