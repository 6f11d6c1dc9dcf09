import type { EnvironmentValues } from './environment-schema';

/** A cloud as described, parsed and complete: no default is left open. */
export interface Environment {
  /** Path below `environments/`: `hebei`, `guangxi/liuzhou`. */
  readonly id: string;
  readonly values: EnvironmentValues;
  /** `file:line:column` of the value at a path, or of the nearest ancestor that was written. */
  placeOf(path: readonly (string | number)[]): string;
}
