import type { Finding } from '../../policies/finding';
import { judge } from '../../policies/judge';
import { Subject } from '../../policies/subject';
import { readTable } from '../../proof/reading/read-document';
import type { OwnPolicy } from './config';

export interface JudgeResourcesProps {
  /** Level at which everything is judged. @default 3 */
  readonly level?: number;
  /** The day of the run, YYYY-MM-DD. @default 2026-01-01, so that a test says the same on every day */
  readonly asOf?: string;
}

/** Values of resources as OpenTofu has them, by type and name. */
export type JudgedValues = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** What one policy finds in a few resources: for its test. A policy that throws is a finding of status `error`. */
export function judgeResources(
  policy: OwnPolicy,
  resource: JudgedValues,
  { level = 3, asOf = '2026-01-01' }: JudgeResourcesProps = {},
): readonly Finding[] {
  const table = readTable('test', JSON.stringify({ resource }));
  const [judgement] = judge([{ controls: [], ...policy }], new Subject({ table, level, asOf }));
  return judgement?.findings ?? [];
}
