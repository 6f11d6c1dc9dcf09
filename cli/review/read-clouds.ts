import { listEnvironments } from '../../environments/environment-list';
import { type DescribedEnvironment, readEnvironment } from '../../environments/read-environment';
import type { Design } from '../../model/design/design';
import { designEnvironment } from '../../model/design/design-environment';
import { type Problem, ProblemsError } from '../../model/problem';
import { inputHash } from './input-files';

/** One revision of the environments: which there are, and what each is made of. */
export class Clouds {
  readonly ids: readonly string[];
  /** Why it cannot be told which there are. */
  readonly problems: readonly Problem[];

  constructor(readonly root: string) {
    const listed = attempt(() => listEnvironments(root));
    this.ids = 'value' in listed ? listed.value : [];
    this.problems = 'value' in listed ? [] : listed.problems;
  }

  hash(id: string): string | undefined {
    return this.ids.includes(id) ? inputHash(this.root, id) : undefined;
  }

  /** An environment as described and decided, or why it is none. */
  read(id: string): ReadCloud | { readonly problems: readonly Problem[] } {
    const read = attempt(() => {
      const environment = readEnvironment(this.root, id);
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
  const text = ({ design, environment }: ReadCloud) => withoutPlaces([design, environment.values.waivers]);
  return text(a) === text(b);
}

export function withoutPlaces(value: unknown): string {
  return JSON.stringify(value, (key, one) => (key === 'place' ? undefined : one));
}

function attempt<T>(work: () => T): { readonly value: T } | { readonly problems: readonly Problem[] } {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof ProblemsError) return { problems: error.problems };
    throw error;
  }
}
