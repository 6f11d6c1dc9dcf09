import { IpAddress } from '../../model/cidr';

/** A block or one address as numbers; IPv4 keeps to plain numbers, of which a large cloud has hundreds of thousands. */
export interface IpBlock<N = number | bigint> {
  readonly family: 4 | 6;
  readonly first: N;
  readonly last: N;
}

/** A cloud names the same blocks again and again: this many texts are remembered, then all are forgotten. */
const MEMORY = 1 << 16;
const known = new Map<string, IpBlock | undefined>();

/** Reads a block or an address, with or without host bits (Neutron clears them); undefined for anything else. */
export function readBlock(text: string): IpBlock | undefined {
  const read = known.get(text);
  if (read !== undefined || known.has(text)) return read;
  if (known.size >= MEMORY) known.clear();
  const made = parseBlock(text);
  known.set(text, made);
  return made;
}

function parseBlock(text: string): IpBlock | undefined {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const length = slash < 0 ? undefined : prefixLength(text.slice(slash + 1));
  if (Number.isNaN(length)) return undefined;
  return address.includes(':') ? readV6(address, length ?? 128) : readV4(address, length ?? 32);
}

export function holdsBlock(outer: IpBlock, inner: IpBlock): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

function prefixLength(text: string): number {
  return /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
}

function readV4(text: string, length: number): IpBlock | undefined {
  const octets = text.split('.');
  if (octets.length !== 4 || length > 32) return undefined;
  let value = 0;
  for (const octet of octets) {
    if (!/^\d{1,3}$/.test(octet) || Number(octet) > 255) return undefined;
    value = value * 256 + Number(octet);
  }
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
