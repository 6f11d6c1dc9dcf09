import type { Text } from '../model/text';
import type { Clauses } from './clauses';
import type { Found, Outcome } from './finding';
import type { Severity } from './severity';
import type { Need, Subject } from './subject';
import type { Thing } from './thing';

/** A rule by which a cloud is judged. One file each: `policies/<pack>/<id in lower case>.ts`. */
export interface Policy {
  /** Stable, in capitals: `HOST-MGMT`. Waivers and fingerprints hold on to it. */
  readonly id: string;
  readonly title: Text;
  /** With its version: `GB/T 22239-2019`. */
  readonly standard: string;
  /** Absent where a rule holds at every level, as those beyond the standard do. */
  readonly clauses?: Clauses;
  /** Rows of the control table that it answers. */
  readonly controls: readonly string[];
  readonly severity: Severity;
  /** What a finding is unless it says otherwise. @default 'fail' */
  readonly outcome?: Outcome;
  readonly scope: Need;
  /** Whether it holds things against each other, so that one alone says nothing. @default false */
  readonly whole?: boolean;
  /** Why it matters: the danger, in words of the field. */
  readonly why: Text;
  readonly fix: Text;
  check(subject: Subject): Look;
}

/** What a policy did: everything that it looked at, and what it found. Nothing looked at is nothing passed. */
export interface Look {
  readonly looked: readonly Thing[];
  readonly found: readonly Found[];
}

/** Looks at each thing by itself. `ask` says what is wrong with it, in words or as findings, or nothing. */
export function lookAtEach<T extends Thing>(
  things: readonly T[],
  ask: (thing: T) => Text | Omit<Found, 'thing'> | readonly Omit<Found, 'thing'>[] | undefined,
): Look {
  return {
    looked: things,
    found: things.flatMap((thing): Found[] => {
      const said = ask(thing);
      if (said === undefined) return [];
      if (isList(said)) return said.map((one) => ({ thing, ...one }));
      return ['en' in said ? { thing, message: said } : { thing, ...said }];
    }),
  };
}

function isList<T, U>(value: U | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}

/** Several looks of one policy as one. */
export function together(...looks: readonly Look[]): Look {
  return { looked: looks.flatMap((one) => one.looked), found: looks.flatMap((one) => one.found) };
}
