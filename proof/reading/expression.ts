import { Reference, Unresolved, type Value } from './resource';

/** What a name in an expression stands for. */
export interface Scope {
  resource(type: string, name: string, path: readonly string[], data: boolean): Value;
  variable(name: string, path: readonly string[]): Value;
  local(name: string): Value;
}

const WHOLE = /^\$\{(.+)\}(?:\/(?:32|128))?$/s;
const WRAPPED = /^to(?:string|number|list|set)\((.+)\)((?:\[\d+\])?)$/s;
const ELEMENT = /^element\((.+),\s*(\d+)\)$/s;

/**
 * A string of Terraform's JSON syntax as a value. `${TYPE.NAME.ATTRIBUTE}`, variables and locals are followed, also
 * through `tolist(…)`, `element(…, n)` and with `/32` behind; anything richer is `Unresolved`, never guessed.
 */
export function readExpression(text: string, scope: Scope): Value {
  if (!text.includes('${')) return text;
  const whole = WHOLE.exec(text);
  const inner = whole?.[1];
  if (!inner || inner.includes('${')) return new Unresolved(text);
  return readTerm(inner.trim(), scope) ?? new Unresolved(text);
}

function readTerm(term: string, scope: Scope): Value {
  const wrapped = WRAPPED.exec(term);
  if (wrapped) return readTerm(`${wrapped[1]}${wrapped[2]}`, scope);
  const element = ELEMENT.exec(term);
  if (element) return readTerm(`${element[1]}[${element[2]}]`, scope);
  const parts = pathParts(term);
  if (!parts) return undefined;
  const [head = '', second, third, ...rest] = parts;
  if (head === 'var' && second) return scope.variable(second, parts.slice(2));
  if (head === 'local' && second) return scope.local(second);
  if (head === 'data' && second && third) return scope.resource(second, third, rest.length ? rest : ['id'], true);
  if (second && /^[a-z0-9]+_/.test(head)) return scope.resource(head, second, third ? [third, ...rest] : ['id'], false);
  return undefined;
}

/** `a.b[0].c["d"]` as its parts; undefined for anything that is not such a path. */
export function pathParts(term: string): string[] | undefined {
  if (!/^[A-Za-z_][\w-]*(\.[\w-]+|\[\d+\]|\["[^"\]]*"\])*$/.test(term)) return undefined;
  return [...term.matchAll(/[\w-]+|"([^"]*)"/g)].map((match) => match[1] ?? match[0]);
}

/** Reads every string inside of a value; `read` says what a text with an expression in it stands for. */
export function readDeep(value: unknown, read: (text: string) => Value): Value {
  if (typeof value === 'string') return value.includes('${') ? read(value) : value;
  if (Array.isArray(value)) return value.map((one) => readDeep(one, read));
  if (typeof value !== 'object' || value === null || value instanceof Reference) return value as Value;
  const values: Record<string, Value> = {};
  for (const [key, one] of Object.entries(value)) values[key] = readDeep(one, read);
  return values;
}
