import type { InvariantId } from '../model/invariant';
import type { Statement } from '../proof/proof';
import type { Found } from './finding';
import type { Look } from './policy';
import type { Subject } from './subject';
import type { Thing } from './thing';

/**
 * Takes over what the proof says: each statement is a thing that was looked at, each violation a finding. What the
 * proof could not decide is a warning with the assumption under which it would hold.
 */
export function lookAtStatements(subject: Subject, pick: (statement: Statement) => boolean): Look {
  const picked = subject.openings.proof.statements.filter(pick);
  const things = new Map(picked.map((one) => [one, thingOf(subject, one)]));
  return {
    looked: [...things.values()],
    found: picked.flatMap((one) => {
      const thing = things.get(one) as Thing;
      return [...violations(thing, one), ...(one.verdict === 'UNKNOWN' ? missing(thing, one) : [])];
    }),
  };
}

/** The statement of one invariant. Without a Design nobody says what planes and zones there are, and it is not asked. */
export function lookAtInvariant(subject: Subject, invariant: InvariantId): Look {
  return lookAtStatements(subject, (one) => one.invariant === invariant);
}

function thingOf(subject: Subject, { id, place }: Statement): Thing {
  return subject.part('statement', { key: id, place: place ?? subject.platform.place });
}

function violations(thing: Thing, { violations: all }: Statement): Found[] {
  return all.map(({ from, to, packet, place, because }) => {
    const service = packet === undefined ? '' : ` (${packet.service})`;
    return {
      thing,
      about: `${from} to ${to}`,
      place,
      message: { en: `${from} to ${to}${service}: ${because.en}`, zh: `${from} 至 ${to}${service}：${because.zh}` },
    };
  });
}

function missing(thing: Thing, statement: Statement): Found[] {
  return statement.missing.slice(0, 1).map(({ place, assumption }) => ({
    thing,
    about: 'unknown',
    outcome: 'warn',
    place,
    message: { en: `it holds only if ${assumption}`, zh: `仅在以下前提下成立：${assumption}` },
  }));
}
