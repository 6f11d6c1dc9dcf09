import type { EnvironmentValues } from '../environment/environment-schema';

type Written = EnvironmentValues['tenants'][string]['systems'][string];

/** An information system: what is protected at one level, with somebody who answers for it. */
export interface SystemDesign {
  /** `finance/budget`. */
  readonly key: string;
  readonly name: string;
  readonly mlps: number;
  readonly dataClass: Written['dataClass'];
  readonly pii: boolean;
  readonly stage: Written['stage'];
  readonly importance: 'normal' | 'high';
  /** How its flows between zones are protected; absent where nobody said it. */
  readonly transit?: NonNullable<Written['transit']>;
  /** Whether accesses to its databases are recorded; absent where nobody said it. */
  readonly databaseAudit?: boolean;
  readonly recovery?: NonNullable<Written['recovery']>;
  readonly owner: string;
  readonly contact?: string;
  readonly place: string;
}
