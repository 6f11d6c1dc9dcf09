import type { Problem } from '../../model/problem';
import type { Change } from '../../review/change';
import type { EnvironmentOutcome } from '../../review/review';
import type { FleetRow } from './fleet-member';

/** What is done with every environment of a selection. */
export const fleetOperations = ['validate', 'synth', 'prove', 'check', 'judge', 'plan'] as const;
export type FleetOperation = (typeof fleetOperations)[number];

/** One environment's share of the work. */
export interface FleetTask {
  readonly operation: FleetOperation;
  readonly id: string;
  /** Folder of the environments. */
  readonly environments: string;
  /** Working directory. */
  readonly folder: string;
  /** Day on which waivers are judged, YYYY-MM-DD. */
  readonly asOf: string;
}

/** An environment that is compared with what it was in another revision. */
export interface ReviewTask extends Omit<FleetTask, 'operation'> {
  readonly operation: 'review';
  /** Folder of the environments as they were, and the id that this one had there. */
  readonly base: { readonly environments: string; readonly id: string };
  /** Whether it is compared whole although another seems alike. */
  readonly whole: boolean;
}

/** What came of it: plain data, so that it crosses threads and is kept in a file. */
export interface FleetResult {
  readonly id: string;
  /** `broken`: a defect of ours, or the thread ended; `failed`: an engine or the machine. */
  readonly verdict: 'ok' | 'invalid' | 'violated' | 'failed' | 'broken';
  /** `{ resources: 431, stacks: 4 }`: added up in the summary. */
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
  readonly seconds: number;
  /** What the other environments must know of it; for `validate`. */
  readonly row?: FleetRow;
  /** Of which kind of clouds it is, and a hash of what it says but for its own terms; for a review. */
  readonly kind?: { readonly key: string; readonly said: string };
  /** What changes; for a review. */
  readonly compared?: { readonly outcome: EnvironmentOutcome; readonly changes: readonly Change[] };
}
