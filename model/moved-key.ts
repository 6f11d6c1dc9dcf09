/** A key that has another name since: what was known by `from` is known by `to`. */
export interface MovedKey {
  /** `tenants/finance`, `tenants/finance/budget`, `tenants/finance/budget/app`, `pools/x86`. */
  readonly from: string;
  readonly to: string;
  /** Day of the renaming, YYYY-MM-DD. */
  readonly on: string;
}

/** Where in a name the keys of departments and of pools begin; a kind that is left out does not occur in it. */
export interface KeyPositions {
  readonly tenants?: number;
  readonly pools?: number;
}

type Kind = keyof KeyPositions;
type Parts = readonly string[];

/**
 * What names that are made of keys were before their keys were renamed: paths (`finance/budget/app`), and names in
 * resource addresses (`finance_budget_app`). A project has the key of its department with the plane behind it.
 */
export class MovedKeys {
  constructor(
    private readonly all: readonly MovedKey[],
    /** Keys of the planes. */
    private readonly planes: readonly string[],
  ) {}

  /** Every name that the thing had, the oldest first, each once; its present name is not among them. */
  formerNames(name: string, separator: '/' | '_', at: KeyPositions): string[] {
    const names = this.history(name, separator, at);
    return names.filter((one, i) => one !== name && names.lastIndexOf(one) === i);
  }

  /** The first name that the thing had. */
  original(name: string, separator: '/' | '_', at: KeyPositions): string {
    return this.history(name, separator, at)[0] as string;
  }

  private history(name: string, separator: '/' | '_', at: KeyPositions): string[] {
    const names = [name];
    let parts: Parts = name.split(separator);
    for (const { from, to } of [...this.all].reverse()) {
      const position = at[kindOf(to)];
      if (position === undefined) continue;
      parts = this.replaced(parts, position, keysOf(to), keysOf(from));
      names.unshift(parts.join(separator));
    }
    return names;
  }

  /** A path of keys (`finance/budget/app`) after a renaming. */
  renamedPath(path: string, kind: Kind, { from, to }: MovedKey): string {
    if (kindOf(from) !== kind) return path;
    return this.replaced(path.split('/'), 0, keysOf(from), keysOf(to)).join('/');
  }

  private replaced(parts: Parts, position: number, was: Parts, is: Parts): Parts {
    const [before, own] = [parts.slice(0, position), parts.slice(position)];
    if (was.every((key, i) => own[i] === key)) return [...before, ...is, ...own.slice(was.length)];
    if (was.length > 1) return parts;
    const plane = this.planes.find((one) => own[0] === `${was[0]}-${one}`);
    return plane === undefined ? parts : [...before, `${is[0]}-${plane}`, ...own.slice(1)];
  }
}

/** What a renaming left behind: a name that nothing may take, and what its holder is called now. */
export interface LeftName {
  readonly moved: MovedKey;
  /** In the words of today: keys above it may have been renamed since. */
  readonly left: string;
  readonly now: string;
}

/** The names that renamings left behind. A thing that got its old name back left nothing. */
export function leftNames(all: readonly MovedKey[]): LeftName[] {
  return all.flatMap((moved, i) => {
    let [left, now] = [moved.from, moved.to];
    for (const later of all.slice(i + 1)) {
      now = below(now, later);
      left = left === later.from ? left : below(left, later);
    }
    return left === now ? [] : [{ moved, left, now }];
  });
}

function below(path: string, { from, to }: MovedKey): string {
  return path === from || path.startsWith(`${from}/`) ? `${to}${path.slice(from.length)}` : path;
}

function kindOf(path: string): Kind {
  return path.startsWith('pools/') ? 'pools' : 'tenants';
}

/** The keys of `tenants/finance/budget`: `finance`, `budget`. */
function keysOf(path: string): Parts {
  return path.split('/').slice(1);
}
