import { z } from 'zod';
import { Cidr, IpAddress } from '../model/cidr';
import { cidr, cidr4 } from '../model/environment/scalars';
import type { Text } from '../model/text';
import { nearMiss } from './near-miss';
import { bare } from './schema-at';
import { choices, kindOf, kindsOf } from './value-words';
import { isList, plain, type Written } from './written';

const write = (value: string): Text => ({ en: `write ${value}`, zh: `写作 ${value}` });

/** What to write instead, where the value itself shows what was meant. */
export function repairOf(written: Written, schema: z.core.$ZodType): Text | undefined {
  const judge = bare(schema);
  const kind = kindOf(written);
  const wanted = kindsOf(judge);
  if (kind === 'number' && wanted.includes('text')) return quote(written, judge);
  if (kind === 'text' && !wanted.includes('text')) return unquote(String(written.value), wanted, judge);
  const only = isList(written) && written.value.length === 1 ? written.value[0] : undefined;
  if (only !== undefined && z.safeParse(judge, plain(only)).success)
    return { en: 'remove the brackets or the hyphen: one value stands here', zh: '去掉方括号或连字符，此处只填一个值' };
  if (kind !== 'text') return undefined;
  if (isBlock(judge)) return block(String(written.value), descendsFrom(judge, cidr4));
  const near = nearMiss(String(written.value), choices(judge).map(String));
  return near === undefined ? undefined : { en: `did you mean ${near}?`, zh: `是否应为 ${near}？` };
}

function quote(written: Written, schema: z.core.$ZodType): Text | undefined {
  const quoted = `"${written.text}"`;
  if (!z.safeParse(schema, written.text).success) return undefined;
  return { en: `put it in quotes: ${quoted}`, zh: `加引号：${quoted}` };
}

function unquote(value: string, wanted: readonly string[], schema: z.core.$ZodType): Text | undefined {
  if (wanted.includes('number') && value.trim() !== '' && z.safeParse(schema, Number(value)).success)
    return { en: `remove the quotes: ${value}`, zh: `去掉引号：${value}` };
  const truthValue = truth(value);
  if (wanted.includes('boolean') && truthValue !== undefined) return write(truthValue);
  if (wanted.length === 1 && wanted[0] === 'list' && z.safeParse(schema, [value]).success)
    return { en: `make it a list: [${JSON.stringify(value)}]`, zh: `写成列表：[${JSON.stringify(value)}]` };
  return undefined;
}

/** YAML 1.1 read more words as truth values than 1.2 does. */
function truth(value: string): string | undefined {
  if (/^(y|yes|on|true|1|是)$/i.test(value)) return 'true';
  return /^(n|no|off|false|0|否)$/i.test(value) ? 'false' : undefined;
}

function isBlock(schema: z.core.$ZodType): boolean {
  return descendsFrom(schema, cidr);
}

function descendsFrom(schema: z.core.$ZodType, ancestor: z.core.$ZodType): boolean {
  for (let at: z.core.$ZodType | undefined = schema; at !== undefined; at = at._zod.parent)
    if (at === ancestor) return true;
  return false;
}

function block(value: string, onlyV4: boolean): Text | undefined {
  const parsed = Cidr.parse(value.includes('/') ? value : `${value}/${value.includes(':') ? 128 : 32}`);
  if (parsed instanceof Cidr) {
    if (onlyV4 && parsed.family === 6)
      return {
        en: `${value} is IPv6: write an IPv4 block such as 10.16.0.0/20`,
        zh: `${value} 为 IPv6：请填写 IPv4 地址块，例如 10.16.0.0/20`,
      };
    return { en: `write ${parsed} for this one address`, zh: `单个地址写作 ${parsed}` };
  }
  const [address = '', prefix = ''] = value.split('/');
  const at = IpAddress.parse(address);
  if (!(at instanceof IpAddress) || !/^\d+$/.test(prefix) || Number(prefix) > at.bits)
    return { en: `write ${parsed.expected}`, zh: '填写地址块，例如 10.16.0.0/20 或 2001:db8:16::/48' };
  const holding = Cidr.around(at, Number(prefix));
  return { en: `write ${holding}, the block that holds it`, zh: `写作 ${holding}，即包含该地址的地址块` };
}
