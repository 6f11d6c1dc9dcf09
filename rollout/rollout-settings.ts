/** A time of the day at which work may be done, in the zone of whoever is served. */
export interface MaintenanceWindow {
  /** Division whose environments it is for; `undefined` for all without one of their own. */
  readonly adcode?: string;
  /** Minutes after midnight. A window whose end is before its beginning goes on past midnight; one of no length never opens. */
  readonly from: number;
  readonly to: number;
  /** IANA name, such as Asia/Shanghai. */
  readonly zone: string;
}

/** Days on which nothing is applied (重保). */
export interface FrozenPeriod {
  /** First and last day, YYYY-MM-DD, of Asia/Shanghai. */
  readonly from: string;
  readonly to: string;
}

/** How a change is rolled out. */
export interface RolloutSettings {
  readonly selection: string;
  /** Environments that are left out by name. */
  readonly exclude: readonly string[];
  /** How many go first. */
  readonly canary: number;
  /** Most environments of one wave. */
  readonly wave: number;
  /** How many are worked on at a time. */
  readonly jobs: number;
  /** Nothing further is begun once so many have failed; a canary that fails is enough. At least 1. */
  readonly maxFailures: number;
  /** Minutes after the canaries that open the gate without an approval. `undefined`: only an approval does. */
  readonly soakMinutes?: number;
  /** Whether an approval by who started it is refused. */
  readonly fourEyes: boolean;
  /** Hours for which an approval holds; a wave that begins later asks again. */
  readonly approvalHours: number;
  readonly windows: readonly MaintenanceWindow[];
  readonly frozen: readonly FrozenPeriod[];
  /** As `egov apply --cloud`; `{env}` stands for the id with `-` for `/`. */
  readonly cloud?: string;
}
