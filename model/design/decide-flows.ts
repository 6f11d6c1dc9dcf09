import type { EnvironmentValues } from '../environment/environment-schema';
import type { PortRange } from '../flow';
import { judgeFlow } from '../matrix-verdict';
import { FLOW_CHANNEL, FLOW_FORBIDDEN, FLOW_FOREIGN, FLOW_GRANT, FLOW_PORTS } from '../problems/flow-problems';
import { CHANNEL_MISMATCH } from '../problems/gap-problems';
import { sortedEntries } from '../stable-hash';
import type { DecidedGap } from './decide-gaps';
import type { Decision } from './decision';
import { type DecidedEnd, type DecidedFlow, flow, portText } from './ends';

type WrittenFlow = EnvironmentValues['tenants'][string]['systems'][string]['flows'][string];

/** Whom a flow may name: tiers by `tenant/system/tier`, platform zones by `plane/zone`. */
export interface NamedEnds {
  readonly tiers: ReadonlyMap<string, DecidedEnd>;
  readonly zones: ReadonlyMap<string, DecidedEnd>;
  readonly gaps: ReadonlyMap<string, DecidedGap>;
}

interface KnownEnds extends NamedEnds {
  /** Tiers and platform zones. */
  readonly all: ReadonlyMap<string, DecidedEnd>;
}

interface Declared {
  /** `finance/budget/app-to-db`, or `flows/share-to-health`. */
  readonly id: string;
  readonly path: readonly string[];
  readonly written: Omit<WrittenFlow, 'through'> & { readonly through?: string | undefined };
  /** What names in it are relative to. */
  readonly tenant?: string;
  readonly system?: string;
}

/** Flows that somebody declared, judged by the matrix. */
export function declaredFlows(decision: Decision, ends: NamedEnds): DecidedFlow[] {
  const known: KnownEnds = { ...ends, all: new Map([...ends.tiers, ...ends.zones]) };
  checkChannels(decision, ends);
  return everyDeclared(decision).flatMap((declared) => new FlowJudge(decision, known, declared).flows());
}

function everyDeclared(decision: Decision): Declared[] {
  const { tenants, flows } = decision.values;
  const inTenants = sortedEntries(tenants).flatMap(([tenant, { systems }]) =>
    sortedEntries(systems).flatMap(([system, written]) =>
      sortedEntries(written.flows).map(([key, one]) => {
        const path = ['tenants', tenant, 'systems', system, 'flows', key];
        return { id: `${tenant}/${system}/${key}`, path, written: one, tenant, system };
      }),
    ),
  );
  const between = sortedEntries(flows).map(([key, written]) => ({
    id: `flows/${key}`,
    path: ['flows', key],
    written,
  }));
  return [...inTenants, ...between];
}

function isWritten(tenants: EnvironmentValues['tenants'], key: string): boolean {
  const [tenant = '', system = '', tier = ''] = key.split('/');
  const systems = new Map(Object.entries(tenants)).get(tenant)?.systems ?? {};
  return Object.hasOwn(new Map(Object.entries(systems)).get(system)?.tiers ?? {}, tier);
}

/** An approval of what does not exist would open a way for whoever takes the name. */
function checkChannels(decision: Decision, { tiers }: NamedEnds): void {
  for (const [key, channel] of sortedEntries(decision.values.gap.channels))
    for (const side of ['from', 'to'] as const)
      if (!isWritten(decision.values.tenants, channel[side])) {
        const place = decision.place('gap', 'channels', key, side);
        decision.find(tiers, channel[side], { en: 'tier', zh: '层' }, place);
      }
}

class FlowJudge {
  constructor(
    private readonly decision: Decision,
    private readonly ends: KnownEnds,
    private readonly declared: Declared,
  ) {}

  flows(): DecidedFlow[] {
    const { written } = this.declared;
    const [from, to] = [this.end('from'), this.end('to')];
    if (!from?.party || !to?.party) return [];
    const place = this.place();
    const labels = { from: from.end.label, to: to.end.label };
    const { id, tenant } = this.declared;
    if (tenant !== undefined && from.party.tenant !== tenant && to.party.tenant !== tenant)
      this.decision.report(FLOW_FOREIGN.at(place, { flow: id, ...labels, tenant }));
    const verdict = judgeFlow(from.party, to.party);
    if (verdict.verdict === 'gap') return this.throughGap(from, to);
    if (verdict.verdict === 'deny') {
      this.decision.report(FLOW_FORBIDDEN.at(place, { ...labels, row: verdict.row, condition: verdict.condition }));
      return [];
    }
    if (verdict.needsGrant && written.grant === undefined)
      this.decision.report(FLOW_GRANT.at(place, { ...labels, owner: to.party.tenant ?? 'the platform' }));
    if (written.ports === undefined) {
      this.decision.report(FLOW_PORTS.at(place, { flow: this.declared.id }));
      return [];
    }
    const outside = written.ports.find((one) => verdict.ports !== undefined && !verdict.ports.includes(portText(one)));
    if (outside !== undefined) {
      const en = `it allows ${verdict.ports?.join(', ')}, not ${portText(outside)}`;
      const zh = `仅允许 ${verdict.ports?.join('、')}，不含 ${portText(outside)}`;
      this.decision.report(
        FLOW_FORBIDDEN.at(this.place('ports'), { ...labels, row: verdict.row, condition: { en, zh } }),
      );
    }
    return [flow(this.declared.id, verdict.row, from, to, written.ports, written.purpose, place)];
  }

  private place(...field: string[]): string {
    return this.decision.place(...this.declared.path, ...field);
  }

  /** A tier by its own, its system's or its department's name; between departments also a zone of the platform. */
  private end(which: 'from' | 'to'): DecidedEnd | undefined {
    const { tenant, system, written } = this.declared;
    const parts = written[which].split('/');
    const zone = tenant === undefined ? this.ends.zones.get(written[which]) : undefined;
    if (zone !== undefined) return zone;
    const around = tenant === undefined ? [] : [tenant, system ?? ''].slice(0, 3 - parts.length);
    const known = tenant === undefined ? this.ends.all : this.ends.tiers;
    const what = { en: 'tier', zh: '层' };
    const key = [...around, ...parts].join('/');
    // A tier that found no place has a problem of its own.
    if (!known.has(key) && isWritten(this.decision.values.tenants, key)) return undefined;
    return this.decision.find(known, key, what, this.place(which));
  }

  private throughGap(from: DecidedEnd, to: DecidedEnd): DecidedFlow[] {
    const { decision, declared } = this;
    const { written } = declared;
    const labels = { from: from.end.label, to: to.end.label };
    if (written.through === undefined) {
      decision.report(FLOW_CHANNEL.at(this.place(), labels));
      return [];
    }
    const channels = new Map(Object.entries(decision.values.gap.channels));
    const what = { en: 'channel', zh: '通道' };
    const channel = decision.find(channels, written.through, what, this.place('through'));
    const gap = channel && this.ends.gaps.get(channel.device);
    if (channel === undefined || gap === undefined) return [];
    const inward = from.party?.plane === gap.outer.zone.plane.key;
    this.checkChannel(channel, labels, inward);
    const [near, far] = inward ? [gap.outer.end, gap.inner.end] : [gap.inner.end, gap.outer.end];
    const { id } = declared;
    const place = this.place();
    const rows = inward ? (['F04', 'F06'] as const) : (['F06', 'F04'] as const);
    const words = `${written.purpose}, channel ${written.through}`;
    return [
      flow(id, rows[0], from, near, channel.ports, words, place),
      // What crosses inside the device meets no security group.
      flow(
        id,
        'F05',
        { ...near, groups: [] },
        { ...far, groups: [] },
        channel.ports,
        words,
        decision.place('gap', 'channels', written.through),
      ),
      flow(id, rows[1], far, to, channel.ports, words, place),
    ];
  }

  private checkChannel(
    channel: EnvironmentValues['gap']['channels'][string],
    { from, to }: { readonly from: string; readonly to: string },
    inward: boolean,
  ): void {
    const name = this.declared.written.through ?? '';
    const mismatch = (field: string, en: string, zh: string) =>
      this.decision.report(CHANNEL_MISMATCH.at(this.place(field), { channel: name, detail: { en, zh } }));
    if (channel.from !== from || channel.to !== to)
      mismatch(
        'through',
        `it joins ${channel.from} and ${channel.to}, the flow ${from} and ${to}`,
        `批准 ${channel.from} 到 ${channel.to}，而流为 ${from} 到 ${to}`,
      );
    const direction = inward ? 'in' : 'out';
    if (channel.direction !== 'both' && channel.direction !== direction)
      mismatch(
        'through',
        `its direction is ${channel.direction}, the flow goes ${direction}`,
        `方向为 ${channel.direction}，而流为 ${direction}`,
      );
    const list = (ports: readonly PortRange[]) => ports.map(portText).sort().join(', ');
    const { ports } = this.declared.written;
    if (ports !== undefined && list(ports) !== list(channel.ports))
      mismatch(
        'ports',
        `it passes ${list(channel.ports)}, the flow wants ${list(ports)}`,
        `通过 ${list(channel.ports)}，而流需要 ${list(ports)}`,
      );
  }
}
