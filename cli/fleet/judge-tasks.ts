import { countsOf, isViolated } from '../../policies/report/report';
import { subjectOfStacks } from '../../policies/subject-of-stacks';
import { waiversOf } from '../../policies/waivers/waivers-of';
import { ownManifests } from '../check/own-manifests';
import { policiesOf, runCheck } from '../check/run-check';
import { configOf } from '../config/load-config';
import type { Context } from '../context';
import { loadCloud } from '../proof/load-world';
import { isSound, wholeProof } from '../proof/whole-proof';
import type { FleetResult, FleetTask } from './fleet-result';

export interface Judged extends Pick<FleetResult, 'counts' | 'problems'> {
  readonly violated: boolean;
}

type Cloud = ReturnType<typeof loadCloud>;

export function proveTask(task: FleetTask, context: Context): Judged {
  return proved(loadCloud(task.id, context), task);
}

export function checkTask(task: FleetTask, context: Context): Judged {
  return checked(loadCloud(task.id, context), task, context);
}

/** Both: what was computed for the proof answers the policies. */
export function judgeTask(task: FleetTask, context: Context): Judged {
  const cloud = loadCloud(task.id, context);
  const [proof, policies] = [proved(cloud, task), checked(cloud, task, context)];
  return {
    counts: { ...proof.counts, ...policies.counts },
    violated: proof.violated || policies.violated,
    problems: policies.problems,
  };
}

function proved(cloud: Cloud, { asOf }: FleetTask): Judged {
  const { proof } = wholeProof(cloud, asOf);
  const of = (wanted: string) => proof.statements.filter((one) => one.verdict === wanted).length;
  return {
    counts: { proved: of('PROVED'), violated: of('VIOLATED'), unknown: of('UNKNOWN') },
    violated: !isSound(proof),
    problems: [],
  };
}

function checked({ name, asked, stacks, described }: Cloud, { asOf }: FleetTask, context: Context): Judged {
  const { environment, design, table } = described;
  const own = configOf(context).policies;
  const subject = subjectOfStacks(design, stacks, { table, asked, manifests: ownManifests(design, design.mlps), asOf });
  const report = runCheck({ name, subject, waivers: waiversOf(environment), stacks }, policiesOf([], own), own);
  const { findings, looked } = countsOf(report);
  return {
    counts: { failing: findings.fail ?? 0, waived: findings.waived ?? 0, looked },
    violated: isViolated(report),
    problems: report.problems,
  };
}
