import type { Language, Text } from '../../model/text';
import type { Waiver } from '../../policies/waivers/waiver';
import type { AcceptedFlowSet } from '../../proof/judge/accepted-flows';
import type { Case } from '../../proof/judge/case';
import type { Proof } from '../../proof/proof';
import { PROOF_ACCEPTED_MORE } from '../../proof/proof-problems';
import { proveCase } from '../../proof/prove';
import { acceptedSets, type FlowWaiver, flowWaivers } from './accepted-sets';

/** A proof, with what waivers accept in it. */
export interface WaivedProof extends Proof {
  /** Packets that pass though a statement says otherwise, and that somebody accepts. */
  readonly accepted: readonly FlowWaiver[];
  /** What waivers accepted until a day that is over. */
  readonly ended: readonly FlowWaiver[];
}

/** What is left of a proof when waivers are taken into account, as they are on a day. */
export function waivedProof(asked: Case, asIs: Proof, waivers: readonly Waiver[], on: string): WaivedProof {
  const all = flowWaivers(waivers);
  const ended = all.filter((one) => one.until < on);
  const sets = acceptedSets(waivers, on);
  const proof = sets.length > 0 ? proveCase(asked.accepting(sets)) : asIs;
  const unused = new Set(proof.unneeded.flatMap(({ set, isUnused }) => (isUnused ? [keyOf(set)] : [])));
  const accepted = all.filter((one) => one.until >= on && !unused.has(keyOf(one)));
  return { ...proof, accepted, ended };
}

/** What waivers did to a proof, for a person: what they accept, what they accept beyond what passes, which are over. */
export function waiverLines({ accepted, ended, unneeded }: WaivedProof, language: Language): string[] {
  return [
    ...accepted.map((one) => `~ ${accepts(one)[language]}`),
    ...ended.map((one) => `! ${isOver(one)[language]}`),
    ...unneeded.map(({ set, beyond }) => {
      const { at, message } = PROOF_ACCEPTED_MORE.at(set.place, { ...set, beyond });
      return `! ${at}: ${message[language]}`;
    }),
  ];
}

function accepts({ statement, from, to, ports, place, ticket, until }: FlowWaiver): Text {
  const what = `${statement} · ${from} → ${to} · ${portsText(ports)}`;
  return {
    en: `${what}: accepted by ${ticket} until ${until} (${place})`,
    zh: `${what}：由 ${ticket} 接受，至 ${until}（${place}）`,
  };
}

function isOver({ statement, from, to, place, ticket, until }: FlowWaiver): Text {
  return {
    en: `${statement} · ${from} → ${to}: no longer accepted, ${ticket} ended on ${until} (${place})`,
    zh: `${statement} · ${from} → ${to}：${ticket} 已于 ${until} 到期，不再接受（${place}）`,
  };
}

function portsText(ports: AcceptedFlowSet['ports']): string {
  return ports
    .map(({ protocol, from, to }) =>
      protocol === 'icmp' ? protocol : `${protocol}/${from === to ? from : `${from}-${to}`}`,
    )
    .join(', ');
}

function keyOf({ statement, from, to, place }: Pick<FlowWaiver, 'statement' | 'from' | 'to' | 'place'>): string {
  return `${place} ${statement} ${from} ${to}`;
}
