import { AddressSpace } from '../address-space';
import type { Cidr, IpFamily } from '../cidr';
import { overlaps } from '../overlaps';
import { businessRoles, type PlaneRole } from '../plane-role';
import { BLOCK_OUTSIDE, NET_OVERLAP, SPACE_FULL } from '../problems/address-problems';
import { ZONE_MISSING, ZONE_PLANE } from '../problems/plane-problems';
import { LEVEL_TOO_HIGH } from '../problems/tier-problems';
import { sortedEntries } from '../stable-hash';
import type { Text } from '../text';
import { type ZoneKind, zoneKinds } from '../zone-kind';
import type { DecidedPlane } from './decide-planes';
import { isBusiness } from './decide-planes';
import type { Decision } from './decision';

/** A zone with its addresses. */
export interface DecidedZone {
  readonly key: string;
  readonly kind: ZoneKind;
  readonly plane: DecidedPlane;
  readonly mlps: number;
  readonly v4: Cidr;
  /** Absent where the plane has no IPv6. */
  readonly v6?: Cidr;
  readonly place: string;
}

/** 256 networks of /64 each; a plane with less than sixteen such blocks gives smaller ones. */
const V6_PREFIX = 56;
const V6_ZONES = 4;

/** Zones by `plane/zone`. */
export function decideZones(
  decision: Decision,
  planes: ReadonlyMap<string, DecidedPlane>,
): ReadonlyMap<string, DecidedZone> {
  const zones = new Map<string, DecidedZone>();
  for (const [planeKey] of sortedEntries(decision.values.zones)) {
    const what = { en: 'plane', zh: '平面' };
    const at = decision.place('zones', planeKey);
    const plane = decision.find(planes, planeKey, what, at, decision.values.planes);
    if (plane === undefined) continue;
    for (const zone of zonesOf(decision, plane)) zones.set(`${planeKey}/${zone.key}`, zone);
  }
  for (const plane of planes.values()) checkNeeded(decision, plane, [...planes.values()]);
  checkApart(decision, [...zones.values()]);
  return zones;
}

/** A block that was written down may meet one that the ledger holds. */
function checkApart(decision: Decision, zones: readonly DecidedZone[]): void {
  for (const [outer, inner] of overlaps(zones.map((zone) => ({ zone, block: zone.v4 }))))
    decision.report(
      NET_OVERLAP.at(inner.zone.place, {
        block: {
          en: `${inner.block} of zone ${inner.zone.plane.key}/${inner.zone.key}`,
          zh: `区域 ${inner.zone.plane.key}/${inner.zone.key} 的 ${inner.block} `,
        },
        other: zoneText(`${outer.zone.plane.key}/${outer.zone.key}`),
        otherBlock: `${outer.block}`,
      }),
    );
}

/** Tests are systems of departments, which have servers in the business planes only. */
function rolesOf(kind: ZoneKind): readonly PlaneRole[] {
  const { plane } = zoneKinds[kind];
  return plane === 'any' ? businessRoles : [plane];
}

function zoneText(key: string): Text {
  return { en: `zone ${key}`, zh: `区域 ${key} ` };
}

function planeText(key: string, blocks: readonly Cidr[], none: string): Text {
  const holds = blocks.join(', ') || none;
  return { en: `plane ${key} (${holds})`, zh: `平面 ${key}（${holds}）` };
}

function zonesOf(decision: Decision, plane: DecidedPlane): DecidedZone[] {
  const written = sortedEntries(decision.values.zones[plane.key] ?? {});
  const cloud = decision.values.mlps;
  for (const [key, zone] of written) {
    const place = decision.place('zones', plane.key, key);
    const roles = rolesOf(zone.kind);
    if (!roles.includes(plane.role))
      decision.report(ZONE_PLANE.at(place, { kind: zone.kind, role: plane.role, needs: roles.join(' or ') }));
    if ((zone.mlps ?? 0) > cloud)
      decision.report(
        LEVEL_TOO_HIGH.at(place, {
          what: { en: `zone ${plane.key}/${key}`, zh: `区域 ${plane.key}/${key} ` },
          level: zone.mlps ?? 0,
          holder: { en: 'the cloud', zh: '云平台' },
          holderLevel: cloud,
        }),
      );
  }
  const given = givenBlocks(decision, plane);
  const v4 = blocksOf(decision, plane, 4, (key) => decision.values.zones[plane.key]?.[key]?.prefix ?? 24, given);
  const [widest] = plane.blocks.filter((block) => block.family === 6).sort((a, b) => a.prefix - b.prefix);
  const prefix = Math.max(V6_PREFIX, (widest?.prefix ?? 0) + V6_ZONES);
  const v6 = widest && blocksOf(decision, plane, 6, () => Math.min(prefix, 64), new Map());
  return written.flatMap(([key, { kind, mlps }]) => {
    const [four, six] = [v4.get(key), v6?.get(key)];
    const place = decision.place('zones', plane.key, key);
    return four ? [{ key, kind, plane, mlps: mlps ?? cloud, v4: four, ...(six && { v6: six }), place }] : [];
  });
}

/** Blocks that the environment itself writes down. */
function givenBlocks(decision: Decision, plane: DecidedPlane): ReadonlyMap<string, Cidr> {
  const space = new AddressSpace(plane.blocks.filter((block) => block.family === 4));
  const given = new Map<string, Cidr>();
  for (const [key, { block }] of sortedEntries(decision.values.zones[plane.key] ?? {})) {
    if (block === undefined) continue;
    if (space.holds(block)) given.set(key, block);
    else
      decision.report(
        BLOCK_OUTSIDE.at(decision.place('zones', plane.key, key, 'block'), {
          block: `${block}`,
          holder: planeText(plane.key, plane.blocks, ''),
        }),
      );
  }
  const items = Array.from(given, ([key, block]) => ({ key, block }));
  for (const [outer, inner] of overlaps(items)) {
    given.delete(inner.key);
    decision.report(
      NET_OVERLAP.at(decision.place('zones', plane.key, inner.key, 'block'), {
        block: { en: `${inner.block}`, zh: `${inner.block} ` },
        other: zoneText(`${plane.key}/${outer.key}`),
        otherBlock: `${outer.block}`,
      }),
    );
  }
  return given;
}

function blocksOf(
  decision: Decision,
  plane: DecidedPlane,
  family: IpFamily,
  prefixOf: (key: string) => number,
  given: ReadonlyMap<string, Cidr>,
): ReadonlyMap<string, Cidr> {
  const owner = (key: string) => `zone ${plane.key}/${key} ${family}`;
  const holder = plane.blocks.filter((block) => block.family === family);
  const keys = sortedEntries(decision.values.zones[plane.key] ?? {}).map(([key]) => key);
  const open = keys.filter((key) => !given.has(key));
  const recorded = new Map(decision.ledger.inside('zone', holder, new Set(open.map(owner))));
  for (const [key] of given) recorded.delete(owner(key));
  const requests = open.map((key) => ({ key: owner(key), prefix: prefixOf(key) }));
  const { granted, refused } = new AddressSpace(holder).allocate(requests, recorded, [...given.values()]);
  for (const { key, prefix } of refused)
    decision.report(
      SPACE_FULL.at(decision.place('zones', plane.key, key.split(/[ /]/)[2] ?? ''), {
        holder: planeText(plane.key, holder, `no IPv${family} block`),
        wants: key.split(' ')[1] ?? '',
        size: { en: `a /${prefix}`, zh: ` /${prefix} ` },
      }),
    );
  const blocks = new Map(given);
  for (const key of open) {
    const block = granted.get(owner(key));
    if (block === undefined) continue;
    decision.ledger.decide(owner(key), block);
    blocks.set(key, block);
  }
  return blocks;
}

/**
 * A business plane meets the outside in exactly one edge zone. The management plane beside it has the two zones in
 * which the relays of business planes have their other leg.
 */
function checkNeeded(decision: Decision, plane: DecidedPlane, planes: readonly DecidedPlane[]): void {
  const serves = planes.some((one) => one.site === plane.site && isBusiness(one));
  const needed: Readonly<Record<PlaneRole, readonly ZoneKind[]>> = {
    extranet: ['E-EDGE'],
    internet: ['I-EDGE'],
    management: serves ? ['M-OPS', 'M-SEC'] : [],
    storage: [],
    replication: [],
  };
  const place = decision.place('zones', plane.key);
  for (const kind of needed[plane.role]) {
    const zones = Object.values(decision.values.zones[plane.key] ?? {});
    const count = zones.filter((zone) => zone.kind === kind).length;
    if (count !== 1) decision.report(ZONE_MISSING.at(place, { plane: plane.key, kind, count }));
  }
}

/** The one zone of a kind in a plane, where there is one. */
export function zoneOfKind(
  zones: ReadonlyMap<string, DecidedZone>,
  plane: string,
  ...kinds: ZoneKind[]
): DecidedZone | undefined {
  return [...zones.values()].find((zone) => zone.plane.key === plane && kinds.includes(zone.kind));
}
