import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, ProblemsError } from '../model/problem';
import { FILE_MISSING, FILE_OUTSIDE, FILE_UNKNOWN, FOLDER_LOOP } from '../model/problems/file-problems';
import { idProblem, schemaReference } from './environment-id';
import { EnvironmentsRoot } from './environments-root';
import { nearMiss } from './near-miss';
import { unreadable } from './read-source';

/** Folders beside the environments that hold none. */
const besides = ['schema', 'profiles', 'catalogue'];
const sharedFiles = ['defaults.yaml', 'delegation.yaml', 'addresses.lock.yaml'];

export interface EnvironmentList {
  /** Paths below the root, sorted: `guangxi/liuzhou`, `hebei`. */
  readonly ids: readonly string[];
  /** Folders that look like environments and are none, links that lead in circles, files that nobody reads. */
  readonly problems: readonly Problem[];
}

/** The id of every environment below `root`, sorted. Throws a ProblemsError where one cannot be told. */
export function listEnvironments(root: string | EnvironmentsRoot): string[] {
  const { ids, problems } = surveyEnvironments(root);
  if (problems.length > 0) throw new ProblemsError(problems);
  return [...ids];
}

/** What `listEnvironments` finds and what is wrong, both. Throws only where `root` is no folder. */
export function surveyEnvironments(root: string | EnvironmentsRoot): EnvironmentList {
  const environments = EnvironmentsRoot.of(root);
  const survey = new Survey(environments);
  survey.folder([], [realpathSync(environments.folder)]);
  return { ids: survey.ids.sort(), problems: survey.problems };
}

class Survey {
  readonly ids: string[] = [];
  readonly problems: Problem[] = [];

  constructor(private readonly root: EnvironmentsRoot) {}

  /** `above` are the real paths of the folders on the way down. */
  folder(steps: readonly string[], above: readonly string[]): void {
    const entries = this.entries(steps);
    const names = new Set(entries.map(({ name }) => name));
    if (steps.length === 0) this.rootFiles(names);
    else if (names.has('environment.yaml')) this.environment(steps);
    else if (names.has('planes.yaml') || names.has('tenants'))
      this.problems.push(
        FILE_MISSING.at(`${this.label(steps)}/environment.yaml:1:1`, {
          file: 'environment.yaml',
          schema: schemaReference(steps.join('/'), 'environment.yaml'),
        }),
      );
    for (const entry of entries) {
      const { name } = entry;
      if (name.startsWith('.') || name === 'node_modules' || name === 'tenants') continue;
      if (steps.length === 0 && besides.includes(name)) continue;
      if (entry.isDirectory()) this.folder([...steps, name], [...above, join(above.at(-1) as string, name)]);
      else if (entry.isSymbolicLink()) this.link([...steps, name], above);
    }
  }

  private link(steps: readonly string[], above: readonly string[]): void {
    const path = join(this.root.folder, ...steps);
    const at = `${this.label(steps)}:1:1`;
    try {
      if (!statSync(path).isDirectory()) return;
      const target = realpathSync(path);
      const depth = above.indexOf(target);
      if (depth >= 0) this.problems.push(FOLDER_LOOP.at(at, { target: this.label(steps.slice(0, depth)) }));
      else if (!this.root.holds(path)) this.problems.push(FILE_OUTSIDE.at(at, {}));
      else this.folder(steps, [...above, target]);
    } catch (error) {
      this.problems.push(unreadable(at, error));
    }
  }

  private entries(steps: readonly string[]): Dirent[] {
    try {
      return readdirSync(join(this.root.folder, ...steps), { withFileTypes: true }).sort((a, b) =>
        a.name < b.name ? -1 : 1,
      );
    } catch (error) {
      this.problems.push(unreadable(`${this.label(steps)}:1:1`, error));
      return [];
    }
  }

  private environment(steps: readonly string[]): void {
    const id = steps.join('/');
    const problem = idProblem(id, `${this.label(steps)}/environment.yaml:1:1`);
    if (problem === undefined) this.ids.push(id);
    else this.problems.push(problem);
  }

  private rootFiles(names: ReadonlySet<string>): void {
    for (const name of [...names].filter((n) => /\.ya?ml$/.test(n) && !sharedFiles.includes(n)))
      this.problems.push(
        FILE_UNKNOWN.at(`${this.label([name])}:1:1`, { name, near: nearMiss(name, sharedFiles), known: sharedFiles }),
      );
  }

  private label(steps: readonly string[]): string {
    return [this.root.label, ...steps].join('/');
  }
}
