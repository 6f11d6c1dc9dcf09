import type { FlowEnd } from '../flow';
import type { Intent } from '../intent';
import { byKey } from '../stable-hash';
import type { DecidedRelay } from './decide-relays';
import type { Surroundings } from './decide-tiers';
import type { DecidedZone } from './decide-zones';
import type { Decision } from './decision';
import type { DecidedFlow } from './ends';

/** What the design means to let through, for the proof to compare with what was emitted. */
export function decideIntent(
  decision: Decision,
  { planes, zones }: Surroundings,
  ends: readonly FlowEnd[],
  flows: readonly DecidedFlow[],
  relays: readonly DecidedRelay[],
): Intent {
  const operations = [...zones.values()].filter((zone) => zone.kind === 'M-OPS').flatMap(prefixesOf);
  const bastions = relays
    .filter((relay) => relay.kind === 'bastion')
    .flatMap(({ edge, inner }) => [...edge.end.end.prefixes, ...(inner?.end.end.prefixes ?? [])]);
  return {
    network: decision.values.cloud.network,
    planes: Array.from(planes.values(), ({ key, role, physnet, blocks, place }) => ({
      key,
      role,
      physnet,
      blocks: blocks.map(String),
      place,
    })),
    zones: Array.from(zones.values(), (zone) => ({
      key: zone.key,
      kind: zone.kind,
      plane: zone.plane.key,
      prefixes: prefixesOf(zone),
      place: zone.place,
    })),
    ends: [...ends].sort((a, b) => byKey(a.label, b.label)),
    flows: flows.map((one) => one.flow).sort((a, b) => byKey(a.id, b.id)),
    operations: [...operations, ...bastions].sort(),
  };
}

function prefixesOf({ v4, v6 }: DecidedZone): readonly string[] {
  return [`${v4}`, ...(v6 ? [`${v6}`] : [])];
}
