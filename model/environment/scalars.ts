import { z } from 'zod';
import { Cidr } from '../cidr';
import type { PortRange } from '../flow';

/** Keys become construct ids, resource names and state addresses. */
const KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const KEY_LENGTH = 24;

export const key = z
  .string()
  .regex(KEY, 'a key of lower-case letters, digits and single hyphens, such as public-services')
  .max(KEY_LENGTH)
  .describe(
    'A stable identity: lower-case letters, digits and hyphens. Only `egov rename` gives it another name without making what it names again.',
  );

/** `a/b` or `a/b/c`, each part a key. */
export const path = (parts: number, what: string) =>
  z
    .string()
    .regex(
      new RegExp(`^[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*){0,${parts - 1}}$`),
      `${what}, such as ${'finance/budget/app'.split('/').slice(0, parts).join('/')}`,
    )
    .describe(what);

export const cidr = z
  .string()
  .describe('An IPv4 or IPv6 block without host bits, such as 10.16.0.0/20.')
  .transform((text, ctx) => {
    const parsed = Cidr.parse(text);
    if (parsed instanceof Cidr) return parsed;
    ctx.addIssue({ code: 'custom', message: `got ${parsed.got}, expected ${parsed.expected}` });
    return z.NEVER;
  });

export const cidr4 = cidr
  .refine((block) => block.family === 4, 'an IPv4 block is needed here')
  .describe('An IPv4 block.');

export const adcode = z
  .string()
  .regex(/^\d{6}$/, 'six digits in quotes, such as "130000" (GB/T 2260)')
  .describe('Administrative division code of GB/T 2260, six digits.');

export const mlps = z
  .union([z.literal(2), z.literal(3), z.literal(4)])
  .describe('Level of the Multi-Level Protection Scheme (等保), GB/T 22239-2019: 2, 3 or 4.');

export const date = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a date such as 2027-06-30')
  .describe('A day, YYYY-MM-DD.');

const PORTS = /^(tcp|udp)\/(\d{1,5})(?:-(\d{1,5}))?$/;

/** `tcp/443`, `udp/5000-5010` or `icmp`. Ports 1 to 65535. */
export const ports = z
  .string()
  .describe('A protocol and its destination ports: tcp/443, udp/5000-5010 or icmp.')
  .transform((text, ctx): PortRange => {
    if (text === 'icmp') return { protocol: 'icmp', from: 0, to: 255 };
    const match = PORTS.exec(text);
    const from = Number(match?.[2]);
    const to = Number(match?.[3] ?? match?.[2]);
    if (match && from >= 1 && from <= to && to <= 65535) return { protocol: match[1] as 'tcp' | 'udp', from, to };
    ctx.addIssue({
      code: 'custom',
      message: `got ${text}, expected tcp/443, udp/5000-5010 or icmp, ports 1 to 65535 in order`,
    });
    return z.NEVER;
  });

/** One or several; a flow may name a single range without brackets. */
export const portList = z.union([ports.transform((one) => [one]), z.array(ports).min(1)]);

/** `1000-1999`: identifiers of segments, both ends included. 4094 is the last VLAN (IEEE 802.1Q). */
export const segmentRange = z
  .string()
  .describe('Segment identifiers of the plane, first and last, such as 1000-1999.')
  .transform((text, ctx) => {
    const match = /^(\d{1,8})-(\d{1,8})$/.exec(text);
    const [first, last] = [Number(match?.[1]), Number(match?.[2])];
    if (match && first >= 1 && first <= last && last < 2 ** 24) return { first, last };
    ctx.addIssue({ code: 'custom', message: `got ${text}, expected two numbers in order, such as 1000-1999` });
    return z.NEVER;
  });

export const approval = z
  .strictObject({ id: z.string().min(1).describe('The number of the approval.'), until: date })
  .describe('Who allowed it, and until when.');
