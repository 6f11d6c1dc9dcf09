import type { Design } from '../../model/design/design';
import type { EmittedStack } from '../../model/emitted-stack';
import type { Environment } from '../../model/environment/environment';
import { countsOf, isViolated } from '../../policies/report/report';
import { subjectOfStacks } from '../../policies/subject-of-stacks';
import { waiversOf } from '../../policies/waivers/waivers-of';
import { Case } from '../../proof/judge/case';
import { readStacks } from '../../proof/reading/read-stacks';
import { readWorld } from '../../proof/reading/read-world';
import type { ResourceTable } from '../../proof/reading/resource-table';
import { emitStacks } from '../../stacks/emit-stacks';
import { ownManifests } from '../check/own-manifests';
import { policiesOf, runCheck } from '../check/run-check';
import { configOf } from '../config/load-config';
import type { Context } from '../context';
import { loadDesign } from '../load-design';
import { isSound, wholeProof } from '../proof/whole-proof';
import type { FleetResult, FleetTask } from './fleet-result';

export interface Judged extends Pick<FleetResult, 'counts' | 'problems'> {
  readonly violated: boolean;
}

/** One environment as proof and policies need it: designed, emitted and read once. */
interface Read {
  readonly environment: Environment;
  readonly design: Design;
  readonly stacks: readonly EmittedStack[];
  readonly table: ResourceTable;
  /** What was computed for the proof answers the policies. */
  readonly asked: Case;
}

export function proveTask(task: FleetTask, context: Context): Judged {
  return proved(read(task, context), task);
}

export function checkTask(task: FleetTask, context: Context): Judged {
  return checked(read(task, context), task, context);
}

/** Both, on the same reachability. */
export function judgeTask(task: FleetTask, context: Context): Judged {
  const known = read(task, context);
  const [proof, policies] = [proved(known, task), checked(known, task, context)];
  return {
    counts: { ...proof.counts, ...policies.counts },
    violated: proof.violated || policies.violated,
    problems: policies.problems,
  };
}

function read({ id }: FleetTask, context: Context): Read {
  const { environment, design } = loadDesign(id, context);
  const stacks = emitStacks(design);
  const table = readStacks(stacks);
  const asked = new Case(readWorld(table), design.intent, design.intent.network);
  return { environment, design, stacks, table, asked };
}

function proved({ environment, design, stacks, asked }: Read, { id, asOf }: FleetTask): Judged {
  const { proof } = wholeProof({ name: id, asked, stacks, described: { environment, design } }, asOf);
  const of = (wanted: string) => proof.statements.filter((one) => one.verdict === wanted).length;
  return {
    counts: { proved: of('PROVED'), violated: of('VIOLATED'), unknown: of('UNKNOWN') },
    violated: !isSound(proof),
    problems: [],
  };
}

function checked(
  { environment, design, stacks, table, asked }: Read,
  { id, asOf }: FleetTask,
  context: Context,
): Judged {
  const own = configOf(context).policies;
  const subject = subjectOfStacks(design, stacks, { table, asked, manifests: ownManifests(design, design.mlps), asOf });
  const loaded = { name: id, subject, waivers: waiversOf(environment), stacks };
  const report = runCheck(loaded, policiesOf([], own), own);
  const { findings, looked } = countsOf(report);
  return {
    counts: { failing: findings.fail ?? 0, waived: findings.waived ?? 0, looked },
    violated: isViolated(report),
    problems: report.problems,
  };
}
