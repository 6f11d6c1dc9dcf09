import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Design } from '../../model/design/design';
import type { EmittedStack } from '../../model/emitted-stack';
import type { Environment } from '../../model/environment/environment';
import type { NetworkDriver } from '../../model/intent';
import { ProblemsError } from '../../model/problem';
import { Case } from '../../proof/judge/case';
import { PROOF_INPUT_UNREADABLE } from '../../proof/proof-problems';
import { readDocument } from '../../proof/reading/read-document';
import { readStacks } from '../../proof/reading/read-stacks';
import { readWorld } from '../../proof/reading/read-world';
import type { ResourceTable } from '../../proof/reading/resource-table';
import { emitStacks } from '../../stacks/emit-stacks';
import type { Context } from '../context';
import { loadDesign } from '../load-design';
import { USAGE_ARGUMENT } from '../usage-problems';

/** What a proof is about: an environment, or a file that somebody else may have made. */
export interface Subject {
  readonly id?: string | undefined;
  /** A plan as JSON, or a cdk.tf.json. */
  readonly plan?: string | undefined;
  /** @default 'unknown', and the proof must hold for every driver */
  readonly driver?: string | undefined;
  readonly release?: string | undefined;
}

export interface LoadedCase {
  /** What a person calls it. */
  readonly name: string;
  /** Without an intent for a file: nobody said what it is meant to allow. */
  readonly asked: Case;
  /** What the world was read from; none for a file. */
  readonly stacks: readonly EmittedStack[];
  /** Absent for a file. */
  readonly described?: Described;
}

/** What an environment says, what was decided about it, and the resources that were emitted. */
export interface Described {
  readonly environment: Environment;
  readonly design: Design;
  readonly table: ResourceTable;
}

/** The resources that a question is about. Throws ProblemsError where they cannot be had. */
export function loadWorld(subject: Subject, context: Context): LoadedCase {
  const { id, plan } = subject;
  if (id !== undefined && plan !== undefined)
    throw usage({ en: `${id} and --plan are two subjects; name one`, zh: `${id} 与 --plan 只能取其一` });
  if (plan !== undefined) return ofFile(plan, subject, context);
  if (id === undefined) throw usage({ en: 'neither an environment nor --plan is named', zh: '未指定环境或 --plan' });
  return loadCloud(id, context);
}

/** An environment, read, decided and emitted once. Throws ProblemsError. */
export function loadCloud(id: string, context: Context): LoadedCase & { readonly described: Described } {
  const { environment, design } = loadDesign(id, context);
  const stacks = emitStacks(design);
  const table = readStacks(stacks);
  const asked = new Case(readWorld(table), design.intent, design.intent.network);
  return { name: id, asked, stacks, described: { environment, design, table } };
}

function ofFile(plan: string, { driver, release }: Subject, { folder }: Context): LoadedCase {
  const world = readDocument(plan, textOf(plan, resolve(folder, plan)));
  const known = { driver: (driver ?? 'unknown') as NetworkDriver['driver'], release: release ?? 'unknown' };
  return { name: plan, asked: new Case(world, undefined, known), stacks: [] };
}

function textOf(file: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ProblemsError([PROOF_INPUT_UNREADABLE.at(file, { got: (error as Error).message })]);
  }
}

function usage(what: { readonly en: string; readonly zh: string }): ProblemsError {
  return new ProblemsError([USAGE_ARGUMENT.at('egov prove', { what, command: 'egov prove' })]);
}
