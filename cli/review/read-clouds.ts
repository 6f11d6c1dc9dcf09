import { listEnvironments } from '../../environments/environment-list';
import { EnvironmentsRoot } from '../../environments/environments-root';
import { type DescribedEnvironment, readEnvironment } from '../../environments/read-environment';
import type { Design } from '../../model/design/design';
import { designEnvironment } from '../../model/design/design-environment';
import { type Problem, ProblemsError } from '../../model/problem';
import { InputHashes } from './input-hashes';

/** One revision of the environments: which there are, and what each is made of. */
export class Clouds {
  readonly ids: readonly string[];
  /** Why it cannot be told which there are. */
  readonly problems: readonly Problem[];
  private readonly hashes: InputHashes;
  private readonly listed: ReadonlySet<string>;

  /** `workTree` is where links of a revision lead. */
  constructor(
    readonly root: string,
    private readonly workTree?: string,
  ) {
    const listed = attempt(() => listEnvironments(new EnvironmentsRoot(root, workTree)));
    this.ids = 'value' in listed ? listed.value : [];
    this.problems = 'value' in listed ? [] : listed.problems;
    this.listed = new Set(this.ids);
    this.hashes = new InputHashes(root);
  }

  has(id: string): boolean {
    return this.listed.has(id);
  }

  hash(id: string): string | undefined {
    return this.has(id) ? this.hashes.of(id) : undefined;
  }

  /** An environment as described and decided, or why it is none. */
  read(id: string): ReadCloud | { readonly problems: readonly Problem[] } {
    const read = attempt(() => {
      const environment = readEnvironment(new EnvironmentsRoot(this.root, this.workTree), id);
      return { environment, design: designEnvironment(environment) };
    });
    return 'value' in read ? read.value : read;
  }
}

export interface ReadCloud {
  readonly environment: DescribedEnvironment;
  readonly design: Design;
}

/** Whether two descriptions decide the same, and accept the same findings; lines may have moved. */
export function isSameCloud(a: ReadCloud, b: ReadCloud): boolean {
  return isSame(a.design, b.design, ['place']) && isSame(a.environment.values.waivers, b.environment.values.waivers);
}

/** Whether two pieces of plain data would be the same JSON, but for keys that are passed over. */
export function isSame(a: unknown, b: unknown, passed: readonly string[] = []): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, index) => isSame(one, b[index], passed));
  if (Array.isArray(a) || Array.isArray(b)) return false;
  if ('toJSON' in a || 'toJSON' in b) return JSON.stringify(a) === JSON.stringify(b);
  const others = b as Fields;
  let left = Object.keys(b).length;
  for (const [key, one] of Object.entries(a)) {
    if (Object.hasOwn(b, key)) left--;
    if (!passed.includes(key) && !isSame(one, others[key], passed)) return false;
  }
  return (
    left === 0 ||
    Object.keys(b).every((key) => Object.hasOwn(a, key) || passed.includes(key) || others[key] === undefined)
  );
}

type Fields = Readonly<Record<string, unknown>>;

function attempt<T>(work: () => T): { readonly value: T } | { readonly problems: readonly Problem[] } {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof ProblemsError) return { problems: error.problems };
    throw error;
  }
}
