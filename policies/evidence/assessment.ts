import type { Text } from '../../model/text';
import type { Level } from '../clauses';
import { worstFirst } from '../judge';
import { type Judgement, type Status, statusOf } from '../judgement';
import { type Control, type ControlCode, controls } from '../mlps/control';
import { manualReasons } from '../mlps/manual-reasons';

/** One rule at one level: what it looked at there, and what it found. */
export type RuleEvidence = Judgement;

/** One row of the control table at one level. */
export interface ControlEvidence {
  readonly control: Control;
  readonly status: Status;
  readonly rules: readonly RuleEvidence[];
  /** Why no rule answers it. */
  readonly reason?: Text;
}

export interface ClauseEvidence {
  /** `8.1.2.1 e`. */
  readonly clause: string;
  readonly status: Status;
  readonly controls: readonly ControlEvidence[];
}

/** Every clause of one level with its status. No score: how an assessor weighs it is not ours to say. */
export interface Assessment {
  readonly level: Level;
  readonly clauses: readonly ClauseEvidence[];
  /** Every rule that answers a clause of this level. */
  readonly rules: readonly RuleEvidence[];
}

const GENERIC: Text = { en: 'no rule answers it', zh: '没有对应的规则' };

/** Sums up judgements for one level: things of that level and above, clause by clause. */
export function assess(judgements: readonly Judgement[], level: Level): Assessment {
  const rules = judgements
    .filter(({ policy }) => policy.controls.length > 0 && (policy.clauses?.[level] ?? []).length > 0)
    .map((one) => ruleAt(one, level));
  const asked = [...controls.values()].filter(({ clauses }) => clauses[level] !== undefined);
  const byCode = new Map(asked.map((control) => [control.code, controlEvidence(control, rules)]));
  const names = [...new Set(asked.flatMap(({ clauses }) => clauses[level] ?? []))].sort(byClause);
  const clauses = names.map((clause): ClauseEvidence => {
    const mine = asked.filter(({ clauses: own }) => own[level]?.includes(clause));
    const evidence = mine.map(({ code }) => byCode.get(code) as ControlEvidence);
    return { clause, status: worstStatus(evidence.map((one) => one.status)), controls: evidence };
  });
  return { level, clauses, rules };
}

function ruleAt({ policy, looked, findings, proof, status, reason }: Judgement, level: Level): RuleEvidence {
  const here = looked.filter((thing) => thing.mlps >= level);
  const found = worstFirst(findings.filter((one) => one.level >= level));
  return {
    policy,
    status: reason === undefined ? statusOf(here, found) : status,
    looked: here,
    findings: found,
    proof,
    ...(reason && { reason }),
  };
}

function controlEvidence(control: Control, all: readonly RuleEvidence[]): ControlEvidence {
  const rules = all.filter(({ policy }) => policy.controls.includes(control.code));
  const manual = manualReasons[control.code as ControlCode];
  if (rules.length === 0) return { control, status: 'manual', rules, reason: manual ?? GENERIC };
  const status = worstStatus([...rules.map((one) => one.status), ...(manual ? (['manual'] as const) : [])]);
  return { control, status, rules, ...(manual && { reason: manual }) };
}

const WORST: readonly Status[] = [
  'error',
  'fail',
  'evidence-missing',
  'warn',
  'manual',
  'waived',
  'pass',
  'not-applicable',
];

/** A clause is as good as the worst of what it consists of; what does not apply changes nothing. */
function worstStatus(statuses: readonly Status[]): Status {
  return WORST.find((status) => statuses.includes(status)) ?? 'not-applicable';
}

/** `8.1.2.1 e` before `8.1.10.2 a`: numbers as numbers. What is no clause of the standard comes last. */
function byClause(a: string, b: string): number {
  const [x, y] = [sortKey(a), sortKey(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function sortKey(clause: string): string {
  return /^\d/.test(clause) ? clause.replace(/\d+/g, (number) => number.padStart(3, '0')) : `~${clause}`;
}
