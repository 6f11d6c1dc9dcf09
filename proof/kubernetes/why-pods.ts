import type { PathStep } from '../proof';
import type { PodClass } from './pod-classes';
import type { Direction } from './pod-policy';
import type { PodReachability } from './pod-reachability';
import { type RuledBy, ruling } from './pod-ruling';

export interface PodExplanation {
  readonly verdict: 'passes' | 'blocked' | 'unknown';
  readonly steps: readonly PathStep[];
  /** The first policies that stop it. */
  readonly block?: PathStep;
  /** What is not known, and would decide it. */
  readonly missing: readonly string[];
}

/**
 * Follows one packet between two points of the line of a cluster, of which one at least is a pod: what the sender's
 * policies say, then what the receiver's do. `service` is a point of the line of services.
 */
export function whyPods(reach: PodReachability, from: number, to: number, service: number): PodExplanation {
  const steps: PathStep[] = [];
  const missing = reach.world.doubts.map(({ place, what }) => `${place}: ${what}`);
  for (const [own, other, direction] of [
    [from, to, 'egress'],
    [to, from, 'ingress'],
  ] as const) {
    const one = reach.line.classAt(own);
    if (one === undefined) continue;
    const said = ruling(reach, one, direction, { other, service });
    const step = stepOf(one, direction, said.by);
    if (said.passes === 'no')
      return { verdict: missing.length > 0 ? 'unknown' : 'blocked', steps, block: step, missing };
    if (said.passes === 'unknown') missing.push(`${step.resource}: ${OPEN}`);
    steps.push(step);
  }
  return { verdict: missing.length > 0 ? 'unknown' : 'passes', steps, missing };
}

const OPEN =
  'Kubernetes leaves it open: a block that may hold pods (`pods:` of the cluster says where they are), a pod in its node’s network, or two policies of one priority';

function stepOf(one: PodClass, direction: Direction, by: readonly RuledBy[]): PathStep {
  const side = direction === 'egress' ? 'sender' : 'receiver';
  const [first] = by;
  const says = first?.says ?? 'allows';
  const detail = first
    ? `${by.map(({ policy }) => policy).join(', ')} ${says === 'isolates' && by.length > 1 ? 'isolate' : says}${
        says === 'isolates' ? ', and no rule admits it' : ''
      }`
    : 'no policy is about it';
  const place = first?.place ?? one.workloads[0]?.place ?? '';
  return { what: side, resource: one.workloads[0]?.key ?? '', place, detail };
}
