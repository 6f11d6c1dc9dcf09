import type { Ports } from './ports';

/** Everything that one finding about reachability is about, as an exact set. */
export interface FlowSet {
  /** Label of the end that sends, and of the one that receives. */
  readonly from: string;
  readonly to: string;
  /** The fewest blocks. */
  readonly sources: readonly string[];
  /** `tcp/22, tcp/3389`. */
  readonly services: string;
  /** Whether all of it comes from these blocks (from anywhere, where none is named) and goes to these ports. */
  within(sources: readonly string[] | undefined, ports: readonly Ports[]): boolean;
}
