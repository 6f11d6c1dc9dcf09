import type { Problem } from '../../model/problem';
import { WAIVER_BROAD, WAIVER_POLICY, WAIVER_UNUSED } from '../../model/problems/waiver-problems';
import type { Finding } from '../finding';
import { type Judgement, statusOf } from '../judgement';
import { nearIds } from './near-ids';
import { termProblems } from './term-problems';
import type { Waiver } from './waiver';

/** Judgements in which covered findings are `waived`, and everything that is wrong with the waivers. */
export interface Waived {
  readonly judgements: readonly Judgement[];
  readonly problems: readonly Problem[];
  /** Waivers that end within thirty days. */
  readonly warnings: readonly Problem[];
}

/**
 * Covers findings by waivers. A waiver covers a finding only where it names the policy, the thing and, of several
 * findings, the one; where it names flows, only what lies within them. One that is expired, or wrong, covers nothing.
 *
 * `known` are the ids of all policies: what was not asked in this run is no reason to call a waiver unused.
 */
export function applyWaivers(
  judgements: readonly Judgement[],
  waivers: readonly Waiver[],
  { asOf, known }: { readonly asOf: string; readonly known: readonly string[] },
): Waived {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const covered = new Map<Finding, Waiver>();
  const byPolicy = new Map(judgements.map((one) => [one.policy.id, one]));
  for (const waiver of waivers) {
    if (!known.includes(waiver.policy)) {
      const near = nearIds(waiver.policy, known);
      problems.push(WAIVER_POLICY.at(waiver.place('policy'), { policy: waiver.policy, near }));
      continue;
    }
    const judgement = byPolicy.get(waiver.policy);
    // A policy that was not asked, or broke, says nothing about its waivers.
    if (judgement === undefined || judgement.reason !== undefined) continue;
    const found = findingsOf(waiver, judgement);
    problems.push(...found.problems);
    const term = termProblems(waiver, judgement.policy, found.covered, asOf);
    problems.push(...term.problems);
    warnings.push(...term.warnings);
    if (term.problems.length === 0) for (const one of found.covered) covered.set(one, waiver);
  }
  return { judgements: judgements.map((one) => withWaivers(one, covered)), problems, warnings };
}

/** What a waiver covers of one policy; each thing that it names must have something to cover. */
function findingsOf(
  waiver: Waiver,
  { findings }: Judgement,
): { readonly covered: readonly Finding[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const { policy, fingerprint } = waiver;
  const covered = waiver.at.flatMap((at) => {
    const here = findings.filter((one) => one.resource === at && one.status !== 'error');
    const meant = fingerprint === undefined ? here : here.filter((one) => one.fingerprint === fingerprint);
    const within = meant.filter((one) => liesWithin(one, waiver));
    if (within.length === 0) {
      const beyond = meant[0]?.flow;
      const words =
        beyond && `${beyond.from} → ${beyond.to}, ${beyond.sources.slice(0, 4).join(' ')}, ${beyond.services}`;
      problems.push(WAIVER_UNUSED.at(waiver.place('at'), { policy, at, beyond: words }));
      return [];
    }
    if (within.length > 1 && waiver.flows === undefined) {
      problems.push(WAIVER_BROAD.at(waiver.place('at'), { policy, at, found: within.map((one) => one.fingerprint) }));
      return [];
    }
    return within;
  });
  return { covered, problems };
}

const BLOCK = /^[0-9a-fA-F.:]+(\/\d+)?$/;

function liesWithin({ flow }: Finding, { flows }: Waiver): boolean {
  if (flows === undefined) return true;
  if (flow === undefined || flow.to !== flows.to) return false;
  if (BLOCK.test(flows.from)) return flow.within([flows.from], [flows.ports]);
  return flow.from === flows.from && flow.within(undefined, [flows.ports]);
}

function withWaivers(judgement: Judgement, covered: ReadonlyMap<Finding, Waiver>): Judgement {
  if (!judgement.findings.some((one) => covered.has(one))) return judgement;
  const findings = judgement.findings.map((one): Finding => {
    const waiver = covered.get(one);
    return waiver ? { ...one, status: 'waived', waiver: waiver.ticket } : one;
  });
  return { ...judgement, findings, status: statusOf(judgement.looked, findings) };
}
