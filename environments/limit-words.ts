import type { z } from 'zod';
import { expectedOf } from '../model/environment/expected';
import type { Text } from '../model/text';
import { expectedWords } from './value-words';

/** What a value must be so that it keeps the limit it broke; undefined where the issue is not about a limit. */
export function limitWords(issue: z.core.$ZodIssue, schema: z.core.$ZodType): Text | undefined {
  if (issue.code === 'too_small') {
    const least = Number(issue.minimum) + (issue.inclusive === false ? 1 : 0);
    return sized(issue.origin, 'at least', '至少', least);
  }
  if (issue.code === 'too_big') {
    if (expectedOf(schema) !== undefined) return undefined;
    return sized(issue.origin, 'at most', '最多', Number(issue.maximum) - (issue.inclusive === false ? 1 : 0));
  }
  if (issue.code === 'invalid_format' && expectedOf(schema) === undefined) return formed(issue, schema);
  return undefined;
}

function sized(origin: string, en: string, zh: string, limit: number): Text {
  if (origin === 'string') {
    if (en === 'at least' && limit === 1) return { en: 'a text that is not empty', zh: '非空文本' };
    return { en: `a text of ${en} ${limit} characters`, zh: `${zh} ${limit} 个字符的文本` };
  }
  if (origin === 'array') return { en: `${en} ${limit} ${limit === 1 ? 'entry' : 'entries'}`, zh: `${zh} ${limit} 项` };
  return { en: `a number of ${en} ${limit}`, zh: `${zh}为 ${limit} 的数` };
}

/** A text that a pattern refuses. The schema's own message or description says what it is meant to be. */
function formed(issue: z.core.$ZodIssueInvalidStringFormat, schema: z.core.$ZodType): Text {
  const pattern = issue.pattern === undefined ? '' : issue.pattern.replace(/\\\//g, '/');
  const description = (schema as z.ZodType).description;
  const own = issue.message.startsWith('Invalid') ? description?.replace(/\.$/, '') : issue.message;
  const form = pattern === '' ? '' : ` ${pattern}`;
  return {
    en: own === undefined ? `${expectedWords(schema).en} of the form${form}` : lowerFirst(own),
    zh: `符合${form || '格式'} 的文本`,
  };
}

function lowerFirst(sentence: string): string {
  return /^[A-Z][a-z]/.test(sentence) ? (sentence[0] as string).toLowerCase() + sentence.slice(1) : sentence;
}
