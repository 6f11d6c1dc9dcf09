import { key } from '../model/environment/scalars';
import type { Problem } from '../model/problem';
import { ENV_ID } from '../model/problems/environment-problems';
import { nearKey } from './near-miss';

export function isKey(name: string): boolean {
  return key.safeParse(name).success;
}

/** Undefined for an id: keys joined by `/`, which cannot leave the folder of environments. */
export function idProblem(id: string, at: string): Problem | undefined {
  const steps = id.split('/');
  if (steps.every(isKey)) return undefined;
  const near = steps.map(nearKey).filter((step) => step !== undefined);
  return ENV_ID.at(at, { id, near: near.length > 0 ? near.join('/') : undefined });
}

/** What the first line of a file of the environment says, so that editors check it. */
export function schemaReference(id: string, file: string): string {
  const name = (file.split('/').at(-1) as string).split('.')[0];
  const up = file.includes('/') ? 1 : id.split('/').length;
  return `${'../'.repeat(up)}schema/${name}.schema.json`;
}
