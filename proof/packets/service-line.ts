import type { IntervalAlgebra, IntervalSet } from './interval-set';

/**
 * Protocols and what they carry, laid on one line: each protocol with ports has 65,536 points (destination ports), each
 * ICMP 65,536 (type × 256 + code), every other protocol one.
 */
const PORTS = 65_536;
const WITH_PORTS = [6, 17, 132, 33, 136] as const;
const ICMP = [1, 58] as const;
const WIDE: readonly number[] = [...WITH_PORTS, ...ICMP];
const NARROW_FROM = WIDE.length * PORTS;
const LAST = NARROW_FROM + 255;

/** Names that Neutron takes for protocol numbers (neutron-lib `IP_PROTOCOL_MAP`). */
const NAMES: Readonly<Record<string, number>> = {
  ah: 51,
  dccp: 33,
  egp: 8,
  esp: 50,
  gre: 47,
  hopopt: 0,
  icmp: 1,
  igmp: 2,
  ip: 4,
  ipip: 4,
  'ipv6-encap': 41,
  'ipv6-frag': 44,
  'ipv6-icmp': 58,
  icmpv6: 58,
  'ipv6-nonxt': 59,
  'ipv6-opts': 60,
  'ipv6-route': 43,
  ospf: 89,
  pgm: 113,
  rsvp: 46,
  sctp: 132,
  tcp: 6,
  udp: 17,
  udplite: 136,
  vrrp: 112,
};

/** The number of a protocol given by name or number; undefined where it is neither. */
export function protocolNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) <= 255 ? Number(text) : undefined;
  return NAMES[text.toLowerCase()];
}

export function hasPorts(protocol: number): boolean {
  return (WITH_PORTS as readonly number[]).includes(protocol);
}

export function isIcmp(protocol: number): boolean {
  return protocol === 1 || protocol === 58;
}

/** Where a protocol starts on the line, and how many points it has. */
function span(protocol: number): { readonly start: number; readonly size: number } {
  const wide = WIDE.indexOf(protocol);
  return wide < 0 ? { start: NARROW_FROM + protocol, size: 1 } : { start: wide * PORTS, size: PORTS };
}

export function allServices(lines: IntervalAlgebra): IntervalSet {
  return lines.interval(0, LAST);
}

export function wholeProtocol(lines: IntervalAlgebra, protocol: number): IntervalSet {
  const { start, size } = span(protocol);
  return lines.interval(start, start + size - 1);
}

/** Destination ports `from`–`to` of a protocol that has ports; empty when the range is upside down. */
export function portServices(lines: IntervalAlgebra, protocol: number, from: number, to: number): IntervalSet {
  const { start } = span(protocol);
  return lines.interval(start + Math.max(0, from), start + Math.min(PORTS - 1, to));
}

/** One ICMP type, with one code or all of them. */
export function icmpServices(lines: IntervalAlgebra, protocol: 1 | 58, type: number, code?: number): IntervalSet {
  const start = span(protocol).start + type * 256;
  return lines.interval(start + (code ?? 0), start + (code ?? 255));
}

/** The point of one packet: a destination port, or an ICMP type × 256 + code. */
export function servicePoint(protocol: number, value = 0): number {
  const { start, size } = span(protocol);
  return start + (size === 1 ? 0 : value);
}

/** What a point stands for: `tcp/443`, `icmp type 8`, `protocol 47`. */
export function pointText(point: number): string {
  const { protocol, value } = pointParts(point);
  if (isIcmp(protocol)) {
    const type = Math.floor(value / 256);
    return `${name(protocol)} type ${type}${value % 256 === 0 ? '' : ` code ${value % 256}`}`;
  }
  return hasPorts(protocol) ? `${name(protocol)}/${value}` : name(protocol);
}

export function pointParts(point: number): { readonly protocol: number; readonly value: number } {
  if (point >= NARROW_FROM) return { protocol: point - NARROW_FROM, value: 0 };
  return { protocol: WIDE[Math.floor(point / PORTS)] as number, value: point % PORTS };
}

/** A set in words: `tcp/443`, `tcp/8000-8080, udp`, `everything`; `…` behind as many as are wanted. */
export function servicesText(lines: IntervalAlgebra, services: IntervalSet, most = 12): string {
  if (services === allServices(lines)) return 'everything';
  const words: string[] = [];
  for (const protocol of [...WIDE, ...Array.from({ length: 256 }, (_, p) => p).filter((p) => !WIDE.includes(p))]) {
    const { start, size } = span(protocol);
    const here = lines.intersect(services, lines.interval(start, start + size - 1));
    if (here === lines.empty) continue;
    if (here.bounds.length === 2 && (here.bounds[1] as number) - (here.bounds[0] as number) === size - 1)
      words.push(name(protocol));
    else words.push(...rangesText(protocol, start, here));
    if (words.length > most) return `${words.slice(0, most).join(', ')}, …`;
  }
  return words.join(', ');
}

function rangesText(protocol: number, start: number, set: IntervalSet): string[] {
  const words: string[] = [];
  for (let i = 0; i < set.bounds.length; i += 2) {
    const [low, high] = [(set.bounds[i] as number) - start, (set.bounds[i + 1] as number) - start];
    if (isIcmp(protocol)) words.push(icmpText(protocol, low, high));
    else words.push(`${name(protocol)}/${low === high ? low : `${low}-${high}`}`);
  }
  return words;
}

function icmpText(protocol: number, low: number, high: number): string {
  const [first, last] = [Math.floor(low / 256), Math.floor(high / 256)];
  if (low % 256 === 0 && high % 256 === 255)
    return `${name(protocol)} type ${first === last ? first : `${first}-${last}`}`;
  return low === high ? pointText(servicePoint(protocol, low)) : `${name(protocol)} type ${low / 256}-${high / 256}`;
}

function name(protocol: number): string {
  const preferred: Readonly<Record<number, string>> = { 58: 'icmpv6', 4: 'ipip' };
  return preferred[protocol] ?? Object.keys(NAMES).find((key) => NAMES[key] === protocol) ?? `protocol ${protocol}`;
}
