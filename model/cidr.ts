/**
 * IPv4 and IPv6 blocks as values.
 *
 * A `Cidr` is canonical by construction (no host bits, IPv6 in RFC 5952 form), so equality is text equality and
 * containment is interval containment. Laws, held by test/property/cidr.test.ts: `contains` is a partial order,
 * `overlaps` is symmetric, and for two blocks of one family overlap means that one contains the other; blocks of
 * different families never overlap.
 */
export class Cidr {
  static parse(text: string): Cidr | CidrFault {
    const match = /^([^/]+)\/(\d{1,3})$/.exec(text);
    if (!match) return { got: text, expected: 'a block such as 10.16.0.0/20 or 2001:db8:16::/48' };
    const address = IpAddress.parse(match[1] as string);
    if (!(address instanceof IpAddress)) return { got: text, expected: address.expected };
    const prefix = Number(match[2]);
    if (prefix > address.bits) return { got: text, expected: `a prefix up to ${address.bits}` };
    const block = Cidr.around(address, prefix);
    if (block.first !== address.value) return { got: text, expected: `${block}, the block that holds this address` };
    return block;
  }

  /** The block of the given prefix length that holds `address`. */
  static around(address: IpAddress, prefix: number): Cidr {
    const size = 1n << BigInt(address.bits - prefix);
    return new Cidr(address.family, address.value - (address.value % size), prefix);
  }

  /** For blocks that are written in code. Throws on a text that is no block. */
  static of(text: string): Cidr {
    const parsed = Cidr.parse(text);
    if (parsed instanceof Cidr) return parsed;
    throw new TypeError(`Cidr.of: got ${parsed.got}, expected ${parsed.expected}`);
  }

  /** Written once: a block of a cloud is named in hundreds of rules. */
  #text: string | undefined;

  private constructor(
    readonly family: IpFamily,
    private readonly first: bigint,
    readonly prefix: number,
  ) {}

  /** 32 or 128. */
  get bits(): number {
    return bitsOf(this.family);
  }

  /** How many addresses the block holds. */
  get size(): bigint {
    return 1n << BigInt(this.bits - this.prefix);
  }

  contains(other: Cidr): boolean {
    return (
      this.family === other.family &&
      this.prefix <= other.prefix &&
      this.first <= other.first &&
      other.first < this.first + this.size
    );
  }

  overlaps(other: Cidr): boolean {
    return this.contains(other) || other.contains(this);
  }

  /** The address at `offset` from the first; throws a RangeError outside of the block. */
  address(offset: bigint | number): IpAddress {
    const at = BigInt(offset);
    if (at < 0n || at >= this.size) throw new RangeError(`${this} has no address at offset ${at}`);
    return IpAddress.at(this.family, this.first + at);
  }

  /** The `index`-th block of length `prefix` inside this one; throws a RangeError where there is none. */
  subnet(prefix: number, index: bigint | number): Cidr {
    const at = BigInt(index);
    if (prefix < this.prefix || prefix > this.bits || at < 0n || at >= 1n << BigInt(prefix - this.prefix))
      throw new RangeError(`${this} has no /${prefix} number ${at}`);
    return new Cidr(this.family, this.first + at * (1n << BigInt(this.bits - prefix)), prefix);
  }

  /** Which `/prefix` of `parent` this block starts in: the inverse of `subnet`. */
  indexIn(parent: Cidr): bigint {
    return (this.first - parent.first) / this.size;
  }

  /** How many addresses of `parent` lie before this block. */
  offsetIn(parent: Cidr): bigint {
    return this.first - parent.first;
  }

  toString(): string {
    this.#text ??= `${IpAddress.at(this.family, this.first)}/${this.prefix}`;
    return this.#text;
  }

  toJSON(): string {
    return this.toString();
  }
}

export type IpFamily = 4 | 6;

export interface CidrFault {
  readonly got: string;
  readonly expected: string;
}

function bitsOf(family: IpFamily): 32 | 128 {
  return family === 4 ? 32 : 128;
}

/** One address. IPv6 is written as RFC 5952 says: lower case, the longest run of zeros shortened. */
export class IpAddress {
  static parse(text: string): IpAddress | CidrFault {
    return text.includes(':') ? parseV6(text) : parseV4(text);
  }

  static at(family: IpFamily, value: bigint): IpAddress {
    return new IpAddress(family, value);
  }

  private constructor(
    readonly family: IpFamily,
    readonly value: bigint,
  ) {}

  get bits(): number {
    return bitsOf(this.family);
  }

  /** The block of this one address: /32 or /128. */
  get host(): Cidr {
    return Cidr.around(this, this.bits);
  }

  toString(): string {
    return this.family === 4 ? formatV4(this.value) : formatV6(this.value);
  }

  toJSON(): string {
    return this.toString();
  }
}

const OCTET = '(0|[1-9][0-9]{0,2})';
const V4 = new RegExp(`^${[OCTET, OCTET, OCTET, OCTET].join('[.]')}$`);

function parseV4(text: string): IpAddress | CidrFault {
  const octets = (V4.exec(text) ?? []).slice(1).map(Number);
  if (octets.length === 0 || octets.some((octet) => octet > 255))
    return { got: text, expected: 'four octets of 0 to 255 without leading zeros, such as 10.16.0.1' };
  return IpAddress.at(4, BigInt(octets.reduce((value, octet) => value * 256 + octet, 0)));
}

function parseV6(text: string): IpAddress | CidrFault {
  const fault = { got: text, expected: 'an IPv6 address such as 2001:db8:16::1' };
  const halves = text.split('::');
  if (halves.length > 2) return fault;
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - left.length - right.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return fault;
  const groups = [...left, ...Array<string>(halves.length === 2 ? missing : 0).fill('0'), ...right];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return fault;
  return IpAddress.at(6, BigInt(`0x${groups.map((group) => group.padStart(4, '0')).join('')}`));
}

function formatV4(value: bigint): string {
  const bits = Number(value);
  return `${bits >>> 24}.${(bits >>> 16) & 255}.${(bits >>> 8) & 255}.${bits & 255}`;
}

function formatV6(value: bigint): string {
  const digits = value.toString(16).padStart(32, '0');
  const groups: string[] = [];
  for (let from = 0; from < 32; from += 4) groups.push(withoutZeros(digits, from, from + 4));
  const { start, length } = longestZeroRun(groups);
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}

function withoutZeros(digits: string, from: number, to: number): string {
  let start = from;
  while (start < to - 1 && digits[start] === '0') start++;
  return digits.slice(start, to);
}

function longestZeroRun(groups: readonly string[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === '0') length++;
    if (length > best.length) best = { start, length };
  }
  return best;
}
