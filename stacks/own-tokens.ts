/** What the library keeps of all tokens (`TokenMap` of cdktn): each by the key that stands for it in a text or number. */
interface TokenMaps {
  readonly stringTokenMap: Map<string, unknown>;
  readonly numberTokenMap: Map<number, unknown>;
}

/**
 * Does the work, and lets go of the tokens that it made. The library keeps each, and with it every construct, as long as
 * the process lives: 1.6 MB for a county. What the work returns must hold none; a key is never given twice, so that one
 * that is asked for afterwards is an error of the library.
 */
export function withOwnTokens<T>(work: () => T): T {
  const { stringTokenMap, numberTokenMap } = (globalThis as unknown as { __cdktfTokenMap: TokenMaps }).__cdktfTokenMap;
  const [strings, numbers] = [stringTokenMap.size, numberTokenMap.size];
  try {
    return work();
  } finally {
    forget(stringTokenMap, strings);
    forget(numberTokenMap, numbers);
  }
}

/** A map knows its keys in the order in which they came. */
function forget<K>(map: Map<K, unknown>, from: number): void {
  let index = 0;
  for (const key of map.keys()) {
    if (index >= from) map.delete(key);
    index += 1;
  }
}
