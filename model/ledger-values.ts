/** A ledger as read: who has which block, and which segment. */
export interface LedgerValues {
  readonly blocks: Readonly<Record<string, string>>;
  readonly segments: Readonly<Record<string, number>>;
  /** Owners that gave their blocks back, and the day. */
  readonly released?: Readonly<Record<string, string>> | undefined;
  /** What divisions below got and gave back. */
  readonly history?: readonly string[] | undefined;
}

/** A ledger with what its file says about itself. */
export interface SealedLedger extends LedgerValues {
  readonly version?: number;
  readonly seal?: string | undefined;
}
