import { waiversOf } from '../../policies/waivers/waivers-of';
import type { Proof } from '../../proof/proof';
import { proveCase } from '../../proof/prove';
import type { LoadedCase } from './load-world';
import { podCases } from './pod-cases';
import { type WaivedProof, waivedProof } from './waived-proof';
import { withPods } from './with-pods';

export interface WholeProof {
  /** Of the OpenStack side, with nothing accepted: what a certificate holds. */
  readonly network: Proof;
  /** With what waivers accept on the day, and with the clusters. */
  readonly proof: WaivedProof;
}

/** Everything that is proved of a cloud, or of a file, as its waivers are on a day (YYYY-MM-DD). */
export function wholeProof({ asked, described }: LoadedCase, asOf: string): WholeProof {
  const network = proveCase(asked);
  const waived = waivedProof(asked, network, described ? waiversOf(described.environment) : [], asOf);
  return { network, proof: described ? withPods(waived, podCases(described.design)) : waived };
}

/** Whether everything is proved or accepted, and no waiver accepts more than passes. */
export function isSound({ verdict, unneeded }: Proof): boolean {
  return verdict === 'PROVED' && unneeded.length === 0;
}
