import type { Declared } from './declared';

/** A place on a network where packets start and end. */
export interface Port extends Declared {
  readonly name?: string;
  readonly network: string;
  readonly project: string;
  /** Fixed addresses: written out, or symbols (`@…`) that apply will choose. */
  readonly addresses: readonly string[];
  /** Further blocks that the port may send from and receive for. */
  readonly pairs: readonly string[];
  /** Ids of groups. */
  readonly groups: readonly string[];
  /** Off: no groups, no anti-spoofing. */
  readonly security: boolean;
  /** The server or appliance it belongs to, when that is known. */
  readonly device?: string;
  /** The port whose trunk carries it, as one server sees both. */
  readonly parent?: string;
  readonly tags: readonly string[];
}
