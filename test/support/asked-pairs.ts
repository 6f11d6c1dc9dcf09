import type { Intent, NetworkDriver } from '../../model/intent';
import { Case } from '../../proof/judge/case';
import { hasPoint, type IntervalSet, intervals } from '../../proof/packets/interval-set';
import { pointParts } from '../../proof/packets/service-line';
import type { EndpointClass } from '../../proof/reach/endpoint-class';
import type { Reach } from '../../proof/reach/reachability';
import { whyBetween } from '../../proof/why';
import type { NetworkWorld } from '../../proof/world/network-world';
import type { SandboxQuestion } from '../../sandbox/sandbox-ask';
import { Dice } from '../oracle/dice';

/** A packet between two ends, and what `egov why` says of it. */
export interface AskedPair {
  readonly question: SandboxQuestion;
  readonly said: 'passes' | 'blocked' | 'unknown';
}

export interface AskedPairsProps {
  readonly world: NetworkWorld;
  readonly intent: Intent;
  readonly driver: NetworkDriver;
  readonly seed: number;
  /** Whether a resource is in the region that will be asked. */
  readonly isHere: (id: string) => boolean;
}

interface End {
  readonly one: EndpointClass;
  readonly at: number;
}

/** Names of the protocols that `ovn-trace` is asked about. */
const PROTOCOLS: Readonly<Record<number, string>> = { 6: 'tcp', 17: 'udp', 132: 'sctp' };
/** Addresses that nobody sends from: this network, loopback, multicast and what is reserved. */
const NOBODYS = ['0.0.0.0/8', '127.0.0.0/8', '224.0.0.0/3', '::/16', 'fe80::/10', 'ff00::/8'];

/**
 * Packets between the ports and outer wires of a world, the same for the same seed: what the proof says passes, the
 * same with another service or sender, and any at all; of both families. An address of a load balancer is never among
 * them, for no amphora answers there.
 */
export class AskedPairs {
  private readonly asked: Case;
  private readonly dice: Dice;
  private readonly reaches: readonly Reach[];
  private readonly classes: readonly EndpointClass[];
  private readonly nobodys: IntervalSet;

  constructor({ world, intent, driver, seed, isHere }: AskedPairsProps) {
    this.asked = new Case(world, intent, driver);
    this.dice = new Dice(seed);
    this.nobodys = this.asked.reach.line.sets(NOBODYS);
    this.classes = this.asked.reach.classes.filter(({ members, beyond }) => {
      const one = members[0] ?? beyond;
      return one !== undefined && isHere(one.id);
    });
    this.reaches = [...this.asked.reach.all()].filter(
      ({ from, to }) => this.classes.includes(from) && this.classes.includes(to) && !(from.beyond && to.beyond),
    );
  }

  take(count: number): AskedPair[] {
    const found = new Map<string, AskedPair>();
    for (let tries = 0; found.size < count && tries < count * 50; tries++) {
      const pair = this.pair(tries % 2 === 0 ? 4 : 6);
      if (pair) found.set(JSON.stringify(pair.question), pair);
    }
    return [...found.values()];
  }

  private pair(family: 4 | 6): AskedPair | undefined {
    const passing = this.passing(family);
    if (!passing) return undefined;
    const { from, to, service } = passing;
    const way = this.dice.roll(6);
    if (way < 3) return this.judged(from, to, service);
    if (way === 3) return this.judged(from, to, service + this.dice.one([-1, 1, 8]));
    const [one, other] = [this.end(family), this.end(family)];
    if (!one || !other) return undefined;
    return way === 4 ? this.judged(one, to, service) : this.judged(one, other, service);
  }

  private passing(family: 4 | 6): { readonly from: End; readonly to: End; readonly service: number } | undefined {
    const { from, to, packets } = this.dice.one(this.reaches);
    const { algebra } = this.asked.reach;
    const box = this.dice.one([...algebra.boxes(packets)]);
    const source = this.point(algebra.lines.intersect(box.sources, this.addresses(from, family)));
    const destination = this.point(algebra.lines.intersect(box.destinations, this.addresses(to, family)));
    const service = this.point(box.services);
    if (source === undefined || destination === undefined || service === undefined) return undefined;
    return { from: { one: from, at: source }, to: { one: to, at: destination }, service };
  }

  private end(family: 4 | 6): End | undefined {
    const one = this.dice.one(this.classes);
    const at = this.point(this.addresses(one, family));
    return at === undefined ? undefined : { one, at };
  }

  /** Its own addresses of a family; of the strangers beyond a wire all that somebody may have. */
  private addresses(one: EndpointClass, family: 4 | 6): IntervalSet {
    const { line, algebra } = this.asked.reach;
    const own = one.beyond
      ? algebra.lines.subtract(one.sources, this.nobodys)
      : line.sets(one.members.flatMap((port) => port.addresses));
    return algebra.lines.intersect(own, line.family(family));
  }

  /** One of a set, its limits more often than others. */
  private point(set: IntervalSet): number | undefined {
    const all = [...intervals(set)];
    if (all.length === 0) return undefined;
    const [low, high] = this.dice.one(all);
    return this.dice.one([low, high, low + this.dice.roll(Math.min(high - low + 1, 2 ** 31))]);
  }

  private judged(from: End, to: End, service: number): AskedPair | undefined {
    const { lines } = this.asked.reach.algebra;
    const { protocol, value } = pointParts(service);
    const name = PROTOCOLS[protocol];
    if (name === undefined || value < 1 || (from.one === to.one && from.at === to.at)) return undefined;
    if (from.one.beyond && to.one.beyond) return undefined;
    const [sender, receiver] = [from, to].map(({ one, at }) => [{ one, addresses: lines.point(at) }]);
    const { verdict } = whyBetween(this.asked, sender ?? [], receiver ?? [], service);
    const ends = { source: this.name(from), destination: this.name(to) };
    return { question: { ...ends, service: `${name}/${value}`, anyHop: true }, said: verdict };
  }

  /** `PORT@ADDRESS`, or `NETWORK@ADDRESS` for a stranger. */
  private name({ one, at }: End): string {
    const { line } = this.asked.reach;
    const text = line.pointText(at);
    if (one.beyond) return `${one.beyond.name}@${text}`;
    const port = one.members.find(({ addresses }) => addresses.some((own) => hasPoint(line.sets([own]), at)));
    return `${port?.name}@${text}`;
  }
}
