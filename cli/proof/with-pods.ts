import { judgePods, POD_ASSUMPTIONS } from '../../proof/kubernetes/judge-pods';
import { type Proof, type Statement, worst } from '../../proof/proof';
import type { PodCase } from './pod-cases';

/** A proof of a cloud, and of the clusters in it. */
export function withPods<P extends Proof>(proof: P, cases: readonly PodCase[]): P {
  if (cases.length === 0) return proof;
  const statements = [...proof.statements, ...podStatements(cases)];
  const assumptions = [...proof.assumptions, ...POD_ASSUMPTIONS];
  return { ...proof, statements, assumptions, verdict: worst(statements.map((one) => one.verdict)) };
}

/** What is proved of clusters. */
export function podStatements(cases: readonly PodCase[]): readonly Statement[] {
  return cases.flatMap(({ reach, intent }) => judgePods(reach, intent));
}
