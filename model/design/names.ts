import type { Decision } from './decision';

/** Key of the project that a tenant, or the platform, has in a plane. */
export function projectKey(owner: string, plane: string): string {
  return `${owner}-${plane}`;
}

/** The platform is an owner like a department; no department may have its name. */
export const PLATFORM = 'platform';

/** Names of the platform start with the code of the division, since several clouds may share one OpenStack. */
export function platformName(decision: Decision, key: string): string {
  return `${decision.values.adcode}/${key}`;
}
