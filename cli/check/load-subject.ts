import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { EmittedStack } from '../../model/emitted-stack';
import type { NetworkDriver } from '../../model/intent';
import { ProblemsError } from '../../model/problem';
import type { Text } from '../../model/text';
import type { Manifest } from '../../policies/manifest';
import { providersOfDefinition, providersOfPlan } from '../../policies/provider-blocks';
import { Subject } from '../../policies/subject';
import { subjectOfStacks } from '../../policies/subject-of-stacks';
import type { Waiver } from '../../policies/waivers/waiver';
import { waiversOf } from '../../policies/waivers/waivers-of';
import { PROOF_INPUT_UNREADABLE } from '../../proof/proof-problems';
import { readTable } from '../../proof/reading/read-document';
import { emitStacks } from '../../stacks/emit-stacks';
import type { Context } from '../context';
import { loadDesign } from '../load-design';
import { USAGE_ARGUMENT } from '../usage-problems';
import { ownManifests } from './own-manifests';
import { readManifests } from './read-manifests';

/** What is to be judged: an environment, a plan that somebody else may have made, manifests, or several of them. */
export interface Asked {
  readonly id?: string | undefined;
  /** A plan as JSON, a cdk.tf.json, or a folder of manifests. */
  readonly plan?: string | undefined;
  /** A folder of manifests, beside an environment or a plan or alone. */
  readonly manifests?: string | undefined;
  readonly driver?: string | undefined;
  readonly release?: string | undefined;
  /** Level at which everything is judged. */
  readonly level?: number | undefined;
  /** The day of the run, YYYY-MM-DD. */
  readonly asOf: string;
}

export interface Loaded {
  /** What a person calls it. */
  readonly name: string;
  readonly subject: Subject;
  readonly waivers: readonly Waiver[];
  /** What was emitted; none for a file. */
  readonly stacks: readonly EmittedStack[];
}

/** Level of what says nothing about its own. */
const USUAL_LEVEL = 3;

/** Throws ProblemsError where there is nothing to judge, or two subjects, or one that cannot be read. */
export function loadSubject(asked: Asked, context: Context): Loaded {
  const { id, level, asOf } = asked;
  const folder = manifestsFolder(asked, context);
  const plan = folder === asked.plan ? undefined : asked.plan;
  const manifests = (usual: number): readonly Manifest[] =>
    folder === undefined ? [] : readManifests(resolve(context.folder, folder), folder, level ?? usual);
  if (id !== undefined && asked.plan !== undefined)
    throw usage({ en: `${id} and --plan are two subjects; name one`, zh: `${id} 与 --plan 只能取其一` });
  if (id !== undefined) {
    const { environment, design } = loadDesign(id, context);
    const stacks = emitStacks(design);
    const own = ownManifests(design, level ?? design.mlps);
    const subject = subjectOfStacks(design, stacks, { manifests: [...own, ...manifests(design.mlps)], level, asOf });
    return { name: id, subject, waivers: waiversOf(environment), stacks };
  }
  if (plan === undefined && folder === undefined)
    throw usage({ en: 'no environment, --plan or --manifests is named', zh: '未指定环境、--plan 或 --manifests' });
  const driver: NetworkDriver = {
    driver: (asked.driver ?? 'unknown') as NetworkDriver['driver'],
    release: asked.release ?? 'unknown',
  };
  const read = plan === undefined ? {} : ofFile(plan, context);
  const subject = new Subject({ ...read, manifests: manifests(USUAL_LEVEL), driver, level, asOf });
  return { name: plan ?? folder ?? '', subject, waivers: [], stacks: [] };
}

function manifestsFolder({ plan, manifests }: Asked, { folder }: Context): string | undefined {
  if (manifests !== undefined || plan === undefined) return manifests;
  return statSync(resolve(folder, plan), { throwIfNoEntry: false })?.isDirectory() ? plan : undefined;
}

function ofFile(plan: string, { folder }: Context) {
  const text = textOf(plan, resolve(folder, plan));
  const table = readTable(plan, text);
  const document = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const providers = 'planned_values' in document ? providersOfPlan(document) : providersOfDefinition(document);
  return { table, providers };
}

function textOf(file: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ProblemsError([PROOF_INPUT_UNREADABLE.at(file, { got: (error as Error).message })]);
  }
}

function usage(what: Text): ProblemsError {
  return new ProblemsError([USAGE_ARGUMENT.at('egov check', { what, command: 'egov check' })]);
}
