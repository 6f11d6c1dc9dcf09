import { IpAddress } from '../../model/cidr';

/** A block or one address as numbers; IPv4 keeps to plain numbers, of which a large cloud has hundreds of thousands. */
export interface IpBlock<N = number | bigint> {
  readonly family: 4 | 6;
  readonly first: N;
  readonly last: N;
}

const [DOT, ZERO, NINE] = [46, 48, 57];

/** A cloud names the same blocks again and again: this many of IPv6 are remembered, then all are forgotten. */
const MEMORY = 1 << 16;
const known = new Map<string, IpBlock | undefined>();

/** Reads a block or an address, with or without host bits (Neutron clears them); undefined for anything else. */
export function readBlock(text: string): IpBlock | undefined {
  if (!text.includes(':')) return parseBlock(text, 32, readV4);
  if (!known.has(text)) {
    if (known.size >= MEMORY) known.clear();
    known.set(text, parseBlock(text, 128, readV6));
  }
  return known.get(text);
}

function parseBlock(
  text: string,
  bits: number,
  read: (address: string, length: number) => IpBlock | undefined,
): IpBlock | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return read(text, bits);
  const length = prefixLength(text.slice(slash + 1));
  return Number.isNaN(length) ? undefined : read(text.slice(0, slash), length);
}

export function holdsBlock(outer: IpBlock, inner: IpBlock): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

function prefixLength(text: string): number {
  return /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
}

/** Written as a loop over characters: a large cloud has hundreds of thousands of addresses. */
function readV4(text: string, length: number): IpBlock | undefined {
  let [value, octet, digits, dots] = [0, 0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === DOT) {
      if (digits === 0) return undefined;
      value = value * 256 + octet;
      [octet, digits] = [0, 0];
      dots++;
    } else {
      octet = octet * 10 + code - ZERO;
      if (code < ZERO || code > NINE || ++digits > 3 || octet > 255) return undefined;
    }
  }
  if (dots !== 3 || digits === 0 || length > 32) return undefined;
  value = value * 256 + octet;
  const size = 2 ** (32 - length);
  const first = value - (value % size);
  return { family: 4, first, last: first + size - 1 };
}

function readV6(text: string, length: number): IpBlock | undefined {
  const address = IpAddress.parse(text);
  if (!(address instanceof IpAddress) || length > 128) return undefined;
  const size = 1n << BigInt(128 - length);
  const first = address.value - (address.value % size);
  return { family: 6, first, last: first + size - 1n };
}

export function addressText(family: 4 | 6, value: number | bigint): string {
  return IpAddress.at(family, BigInt(value)).toString();
}

/** The fewest blocks that make up exactly `first`–`last`. */
export function blocksText(family: 4 | 6, first: bigint, last: bigint): string[] {
  const bits = family === 4 ? 32 : 128;
  const blocks: string[] = [];
  for (let at = first; at <= last; ) {
    let length = bits;
    while (length > 0) {
      const size = 1n << BigInt(bits - length + 1);
      if (at % size !== 0n || at + size - 1n > last) break;
      length--;
    }
    blocks.push(`${addressText(family, at)}/${length}`);
    at += 1n << BigInt(bits - length);
  }
  return blocks;
}
