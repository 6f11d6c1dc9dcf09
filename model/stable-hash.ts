const utf8 = new TextEncoder();

/**
 * FNV-1a, 32 bits, over UTF-8, with the avalanche step of MurmurHash3 (public domain, both): where a key starts to
 * look for a place must be the same on every machine and in every release.
 */
export function stableHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return finished(fold(hash, utf8.encode(text.slice(i))));
    hash = Math.imul(hash ^ unit, 0x01000193) >>> 0;
  }
  return finished(hash);
}

function fold(start: number, bytes: Uint8Array): number {
  return bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, start);
}

function finished(start: number): number {
  let hash = start;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Order of code units: the same in every locale. */
export function byKey(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function sortedEntries<V>(record: Readonly<Record<string, V>>): readonly (readonly [string, V])[] {
  return Object.entries(record).sort(([a], [b]) => byKey(a, b));
}
