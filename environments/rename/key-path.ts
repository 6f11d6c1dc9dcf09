import { isKey } from '../environment-id';

/** What may be renamed: a department, a system or a tier of it, or a compute pool. */
export type KeyPath = TenantPath | PoolPath;

interface TenantPath {
  readonly kind: 'tenants';
  /** Of the department, its system, its tier. */
  readonly keys: readonly [string] | readonly [string, string] | readonly [string, string, string];
}

interface PoolPath {
  readonly kind: 'pools';
  readonly keys: readonly [string];
}

/** `tenants/finance`, `tenants/finance/budget`, `tenants/finance/budget/app` or `pools/x86`; undefined for another text. */
export function parseKeyPath(text: string): KeyPath | undefined {
  const [kind, ...keys] = text.split('/');
  if (keys.length === 0 || !keys.every(isKey)) return undefined;
  if (kind === 'tenants' && keys.length <= 3) return { kind, keys: keys as unknown as TenantPath['keys'] };
  return kind === 'pools' && keys.length === 1 ? { kind, keys: keys as unknown as PoolPath['keys'] } : undefined;
}

/** The path with another last key. */
export function sibling({ kind, keys }: KeyPath, key: string): string {
  return [kind, ...keys.slice(0, -1), key].join('/');
}
