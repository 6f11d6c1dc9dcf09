import { nearMiss } from '../../environments/near-miss';
import type { Problem } from '../../model/problem';
import { CONFIG_KEY, CONFIG_VALUE } from '../../model/problems/config-problems';
import type { Text } from '../../model/text';

export type Fields = Readonly<Record<string, unknown>>;

/** Collects what is wrong with a configuration, each at the line of the key at its top. */
export class ConfigReader {
  readonly problems: Problem[] = [];

  constructor(
    private readonly file: string,
    private readonly source: string,
  ) {}

  place(path: string): string {
    const [key = ''] = path.split(/[.[]/);
    const at = key === '' ? -1 : this.source.search(new RegExp(`(?<![\\w.])${key}(?=\\s*[:,}])`));
    if (at < 0) return `${this.file}:1:1`;
    const before = this.source.slice(0, at).split('\n');
    return `${this.file}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
  }

  wrong(path: string, got: unknown, expected: Text): void {
    this.problems.push(CONFIG_VALUE.at(this.place(path), { path, got: shown(got), expected }));
  }

  unknownKeys(path: string, value: Fields, known: readonly string[]): void {
    for (const key of Object.keys(value)) {
      if (known.includes(key)) continue;
      const at = path === '' ? key : `${path}.${key}`;
      this.problems.push(CONFIG_KEY.at(this.place(at), { path: at, near: nearMiss(key, known), known }));
    }
  }
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return 'a list';
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? 'a function' : String(value);
  return 'an object';
}
