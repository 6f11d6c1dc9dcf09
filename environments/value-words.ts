import { z } from 'zod';
import { expectedOf } from '../model/environment/expected';
import type { Text } from '../model/text';
import { bare } from './schema-at';
import { isList, isMap, type Written } from './written';

const text = (en: string, zh: string): Text => ({ en, zh });

type Kind = 'text' | 'number' | 'boolean' | 'nothing' | 'list' | 'object';

const kinds: Readonly<Record<Kind, Text>> = {
  text: text('a text', '文本'),
  number: text('a number', '数字'),
  boolean: text('true or false', 'true 或 false'),
  nothing: text('nothing', '空值'),
  list: text('a list', '列表'),
  object: text('keys with values', '键值对'),
};

export function kindOf(written: Written): Kind {
  if (isMap(written)) return 'object';
  if (isList(written)) return 'list';
  if (written.value === null) return 'nothing';
  if (typeof written.value === 'string') return 'text';
  return typeof written.value === 'boolean' ? 'boolean' : 'number';
}

/** What stands in the file: its kind, and for a scalar how it is written, shortened. */
export function gotWords(written: Written): Text {
  const kind = kindOf(written);
  if (kind === 'object' || kind === 'list' || kind === 'nothing') return kinds[kind];
  const value = shown(written);
  if (kind === 'boolean') return text(`the truth value ${value}`, `布尔值 ${value}`);
  return kind === 'text' ? text(`the text ${value}`, `文本 ${value}`) : text(`the number ${value}`, `数字 ${value}`);
}

/** A scalar on one line, texts in quotes, at most 60 characters. */
export function shown(written: Written): string {
  const whole = typeof written.value === 'string' ? JSON.stringify(written.value) : (written.text ?? '');
  return whole.length > 60 ? `${whole.slice(0, 59)}…` : whole;
}

/** The kinds that a schema takes as input. */
export function kindsOf(schema: z.core.$ZodType): readonly Kind[] {
  const plain = bare(schema);
  if (plain instanceof z.ZodPipe) return kindsOf(plain.in);
  if (plain instanceof z.ZodUnion) return [...new Set(plain.options.flatMap((option) => kindsOf(option)))];
  if (plain instanceof z.ZodEnum || plain instanceof z.ZodLiteral)
    return [...new Set(choices(plain).map((value) => kindOfChoice(value)))];
  if (plain instanceof z.ZodNumber) return ['number'];
  if (plain instanceof z.ZodBoolean) return ['boolean'];
  if (plain instanceof z.ZodArray) return ['list'];
  return plain instanceof z.ZodObject || plain instanceof z.ZodRecord ? ['object'] : ['text'];
}

function kindOfChoice(value: unknown): Kind {
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'text';
}

/** The values of an enumeration or a literal. */
export function choices(schema: z.core.$ZodType): readonly unknown[] {
  if (schema instanceof z.ZodEnum) return schema.options;
  return schema instanceof z.ZodLiteral ? [...schema.values] : [];
}

/** What a schema takes, in words: its own where it has some, else made from its parts. */
export function expectedWords(schema: z.core.$ZodType): Text {
  const plain = bare(schema);
  const own = expectedOf(plain);
  if (own !== undefined) return text(own.en, own.zh);
  const values = choices(plain);
  if (values.length > 0) return oneOf(values);
  if (plain instanceof z.ZodNumber && plain.format === 'safeint') return text('a whole number', '整数');
  const words = kindsOf(plain).map((kind) => kinds[kind]);
  return text(words.map(({ en }) => en).join(' or '), words.map(({ zh }) => zh).join('或'));
}

export function oneOf(values: readonly unknown[]): Text {
  const list = values.map(String);
  return list.length === 1
    ? text(String(list[0]), String(list[0]))
    : text(`one of: ${list.join(', ')}`, `以下之一：${list.join('、')}`);
}
