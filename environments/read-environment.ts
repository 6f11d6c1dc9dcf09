import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../model/environment/environment';
import { type EnvironmentValues, environmentSchema } from '../model/environment/environment-schema';
import { type Problem, ProblemsError } from '../model/problem';
import { ENV_UNKNOWN } from '../model/problems/environment-problems';
import { FILE_MISSING, FILE_OUTSIDE } from '../model/problems/file-problems';
import { idProblem, schemaReference } from './environment-id';
import { surveyEnvironments } from './environment-list';
import { EnvironmentsRoot } from './environments-root';
import { issueProblems } from './issue-problems';
import { fileOf, type Layers, readLayers } from './layers';
import { nearMiss } from './near-miss';
import { nearest, type Path, placeOfWritten, plain, type WrittenMap } from './written';

/** An environment with its values as they were written, from which `originsOf` tells where each came from. */
export class DescribedEnvironment implements Environment {
  constructor(
    readonly id: string,
    readonly values: EnvironmentValues,
    readonly written: WrittenMap,
  ) {}

  placeOf(path: Path): string {
    return placeOfWritten(nearest(this.written, path).written);
  }
}

/**
 * Reads one environment: the schema's defaults, the catalogue, `defaults.yaml`, the profile and the files of its
 * folder. `root` is the folder of environments; what it lacks of the shared files comes from the package.
 * Throws a ProblemsError with every problem of form in all files, each with `file:line:column`.
 */
export function readEnvironment(root: string | EnvironmentsRoot, id: string): DescribedEnvironment {
  const environments = EnvironmentsRoot.of(root);
  const wrong = folderProblem(environments, id);
  if (wrong !== undefined) throw new ProblemsError([wrong]);
  const layers = readLayers(environments, id);
  const result = environmentSchema.safeParse(plain(layers.top));
  const problems = [
    ...layers.problems,
    ...(result.error?.issues ?? []).flatMap((issue) => inWords(issue, layers, environments, id)),
  ];
  if (problems.length > 0 || result.data === undefined) throw new ProblemsError(inOrder(problems));
  return new DescribedEnvironment(id, result.data, layers.top);
}

function folderProblem(root: EnvironmentsRoot, id: string): Problem | undefined {
  const at = `${root.label}/${id}:1:1`;
  const wrong = idProblem(id, at);
  if (wrong !== undefined) return wrong;
  const folder = join(root.folder, id);
  if (!root.holds(folder)) return FILE_OUTSIDE.at(at, {});
  if (existsSync(join(folder, 'environment.yaml'))) return undefined;
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  const { ids } = surveyEnvironments(root);
  if (!isFolder || ids.some((other) => other.startsWith(`${id}/`)))
    return ENV_UNKNOWN.at(at, { id, near: nearMiss(id, ids), known: ids });
  return missingFile('environment.yaml', root, id);
}

function missingFile(file: string, { label }: EnvironmentsRoot, id: string): Problem {
  const folder = file.includes('/') ? label : `${label}/${id}`;
  return FILE_MISSING.at(`${folder}/${file}:1:1`, { file, schema: schemaReference(id, file) });
}

type Issue = Parameters<typeof issueProblems>[0];

function inWords(issue: Issue, { top, unread }: Layers, root: EnvironmentsRoot, id: string): readonly Problem[] {
  const section = String(issue.path[0]);
  const path = issue.path as Path;
  const absent = nearest(top, path).depth < path.length;
  if (absent && unread.has(section)) return [];
  // An unknown profile is reported where the profiles are known.
  if (section === 'profile' && !absent && typeof top.value.get('profile')?.value === 'string') return [];
  const file = fileOf(section);
  if (absent && path.length === 1 && file !== undefined) return [missingFile(file, root, id)];
  return issueProblems(issue, { top, schema: environmentSchema });
}

/** By file, line and column, so that a person repairs from top to bottom. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const keyed = problems.map((problem) => ({ problem, at: /^(.*?):(\d+):(\d+)$/.exec(problem.at) }));
  const number = (match: RegExpExecArray | null, group: number) => Number(match?.[group] ?? 0);
  return keyed
    .sort((a, b) => {
      const [x, y] = [a.at?.[1] ?? '', b.at?.[1] ?? ''];
      if (x !== y) return x < y ? -1 : 1;
      return number(a.at, 2) - number(b.at, 2) || number(a.at, 3) - number(b.at, 3);
    })
    .map(({ problem }) => problem);
}
