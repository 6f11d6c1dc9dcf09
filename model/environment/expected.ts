import { z } from 'zod';
import type { Text } from '../text';
import * as scalars from './scalars';

/**
 * What the scalars of an environment look like, in words and, where zod has a function and no pattern, as the pattern
 * of a JSON Schema. A schema that is made from one of them by `describe` or `refine` inherits both.
 */
export interface Expected extends Text {
  readonly pattern?: string;
}

const registry = z.registry<Expected>();

const OCTET = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const BLOCK_4 = `${OCTET}(\\.${OCTET}){3}/(3[0-2]|[12]?\\d)`;
const GROUP = '[0-9A-Fa-f]{1,4}';
const ADDRESS_6 = [
  `(${GROUP}:){7}${GROUP}`,
  ...Array.from({ length: 8 }, (_, left) => {
    const before = left === 0 ? '' : left === 1 ? GROUP : `${GROUP}(:${GROUP}){${left - 1}}`;
    const after = left === 7 ? '' : left === 6 ? `(${GROUP})?` : `(${GROUP}(:${GROUP}){0,${6 - left}})?`;
    return `${before}::${after}`;
  }),
].join('|');
const BLOCK_6 = `(${ADDRESS_6})/(12[0-8]|1[01]\\d|[1-9]?\\d)`;
const PORT = '(6553[0-5]|655[0-2]\\d|65[0-4]\\d\\d|6[0-4]\\d{3}|[1-5]\\d{4}|[1-9]\\d{0,3})';

registry
  .add(scalars.key, {
    en: 'a key of up to 24 lower-case letters, digits and single hyphens that starts with a letter',
    zh: '键（字母开头，最长 24 个字符，仅含小写字母、数字与单个连字符）',
  })
  .add(scalars.cidr, {
    en: 'an IPv4 or IPv6 block without host bits, such as 10.16.0.0/20',
    zh: '不含主机位的 IPv4 或 IPv6 地址块，例如 10.16.0.0/20',
    pattern: `^(${BLOCK_4}|${BLOCK_6})$`,
  })
  .add(scalars.cidr4, {
    en: 'an IPv4 block without host bits, such as 10.16.0.0/20',
    zh: '不含主机位的 IPv4 地址块，例如 10.16.0.0/20',
    pattern: `^${BLOCK_4}$`,
  })
  .add(scalars.adcode, {
    en: 'six digits in quotes, such as "130000" (GB/T 2260)',
    zh: '带引号的六位数字，例如 "130000"（GB/T 2260）',
  })
  .add(scalars.mlps, { en: 'a protection level: 2, 3 or 4', zh: '等级保护级别：2、3 或 4' })
  .add(scalars.date, { en: 'a day such as 2027-06-30', zh: '日期，例如 2027-06-30' })
  .add(scalars.ports, {
    en: 'tcp/443, udp/5000-5010 or icmp, ports 1 to 65535 in order',
    zh: 'tcp/443、udp/5000-5010 或 icmp，端口 1 至 65535，由小到大',
    pattern: `^((tcp|udp)/${PORT}(-${PORT})?|icmp)$`,
  })
  .add(scalars.portList, {
    en: 'tcp/443, udp/5000-5010 or icmp, or a list of such',
    zh: 'tcp/443、udp/5000-5010 或 icmp，或其列表',
  })
  .add(scalars.segmentRange, {
    en: 'two numbers in order, such as 1000-1999',
    zh: '由小到大的两个数，例如 1000-1999',
    pattern: '^[1-9]\\d{0,7}-[1-9]\\d{0,7}$',
  });

/** The words for a scalar; undefined for a schema that is none of them. */
export function expectedOf(schema: z.core.$ZodType): Expected | undefined {
  return registry.get(schema as z.ZodType);
}
