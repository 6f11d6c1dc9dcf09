import type { Cidr } from '../../model/cidr';
import { Jurisdiction } from '../../model/jurisdiction';
import { isMainland } from '../../policies/mainland';

export interface Around {
  /** Codes of GB/T 2260 by role. */
  readonly codes: readonly (readonly [role: string, adcode: string])[];
  /** Blocks that are the same for every cloud. */
  readonly fixed: readonly Cidr[];
}

/** What else than containment two blocks may have to do with each other, and two codes. Plain data. */
export interface Relations {
  readonly blocks: readonly BlockRelation[];
  /** Of each pair of blocks how many bits they share, from eight on, and whether one ends where the other begins. */
  readonly pairs: readonly string[];
  /** Indices of the blocks, and the fixed ones, by address. */
  readonly order: readonly (number | string)[];
  /** What each code is, and which digits it shares with the first: the province's two, the city's four. */
  readonly codes: readonly string[];
}

interface BlockRelation {
  readonly family: number;
  readonly prefix: number;
  /**
   * The fixed blocks that hold it, and whether it is their first or last part; those that it holds, and how far in; those
   * that it touches.
   */
  readonly inside: readonly string[];
  readonly around: readonly string[];
  readonly beside: readonly string[];
}

const FIRST_BITS = 8;

export function relationsOf(blocks: readonly Cidr[], { codes, fixed }: Around): Relations {
  const indices = blocks.map((_, index) => index);
  const at = (index: number) => blocks[index] as Cidr;
  return {
    blocks: blocks.map((one) => ({
      family: one.family,
      prefix: one.prefix,
      inside: fixed.filter((other) => other.contains(one)).map((other) => `${other}${edgesOf(one, other)}`),
      around: fixed.filter((other) => one.contains(other)).map((other) => `${other} at ${other.offsetIn(one)}`),
      beside: fixed.filter((other) => touches(one, other)).map(String),
    })),
    pairs: indices.flatMap((i) => indices.slice(i + 1).flatMap((j) => pairOf(at(i), at(j)) ?? [])),
    order: [
      ...blocks.map((block, index) => ({ block, name: index })),
      ...fixed.map((block) => ({ block, name: `${block}` })),
    ]
      .sort((a, b) => byAddress(a.block, b.block))
      .map(({ name }) => name),
    codes: codes.map(([role, code]) => `${role} ${codeOf(code)} ${sharedDigits(code, codes[0]?.[1] ?? '')}`),
  };
}

function edgesOf(inner: Cidr, outer: Cidr): string {
  const before = inner.offsetIn(outer);
  const behind = outer.size - before - inner.size;
  return `${before === 0n ? ' first' : ''}${behind === 0n ? ' last' : ''}`;
}

function pairOf(a: Cidr, b: Cidr): string | undefined {
  if (a.family !== b.family) return undefined;
  const shared = sharedBits(a, b);
  return `${shared >= FIRST_BITS ? shared : '-'}${touches(a, b) ? ' touching' : ''}`;
}

function touches(a: Cidr, b: Cidr): boolean {
  return a.family === b.family && (a.offsetIn(b) === b.size || b.offsetIn(a) === a.size);
}

/** How many first bits of their first addresses are the same. */
function sharedBits(a: Cidr, b: Cidr): number {
  const differing = (a.address(0).value ^ b.address(0).value).toString(2);
  return differing === '0' ? a.bits : a.bits - differing.length;
}

function byAddress(a: Cidr, b: Cidr): number {
  const distance = a.offsetIn(b);
  return a.family - b.family || (distance < 0n ? -1 : distance > 0n ? 1 : a.prefix - b.prefix);
}

function codeOf(adcode: string): string {
  const { level, profile } = Jurisdiction.parse(adcode) ?? {};
  return `${level} ${profile}${isMainland(adcode) ? '' : ' elsewhere'}`;
}

function sharedDigits(a: string, b: string): number {
  return [6, 4, 2].find((digits) => a.slice(0, digits) === b.slice(0, digits)) ?? 0;
}
