import { invariants } from '../../model/invariant';
import { zoneKinds } from '../../model/zone-kind';
import { portServices } from '../packets/service-line';
import type { Statement } from '../proof';
import type { EndpointClass } from '../reach/endpoint-class';
import type { Case, Offence } from './case';
import { doubtEverything } from './judge-planes';
import { Ruling, said } from './ruling';
import { owner } from './trace';

/** Ports by which a server is administered: secure shell, remote desktop, the Kubernetes API (row F16). */
const ADMINISTRATION = [22, 3389, 6443];

/** INV-2: a public address leads only where the zone's kind has one. */
export function judgePublicAddresses(asked: Case): Statement {
  const ruling = new Ruling({ id: 'INV-2', kind: 'invariant', invariant: 'INV-2', text: invariants['INV-2'] });
  const internet = asked.intent?.planes.find((plane) => plane.role === 'internet')?.key;
  for (const { from, to, packets } of asked.reach.all()) {
    const { zone } = asked.end(to);
    if (!from.beyond || asked.end(from).plane !== internet || !zone || zoneKinds[zone.kind].trust < 3) continue;
    const exposed = said(`the Internet reaches a zone of trust 3 or more`, '互联网可达信任级别 3 及以上的区域');
    asked.nothing(ruling, from, to, packets, (_reach, _from, _to, all) => all, exposed);
  }
  for (const fip of asked.world.floatingIps) {
    const target = asked.reach.classes.find(
      (one) =>
        one.members.some((port) => port.id === fip.port) ||
        (fip.port !== undefined && [one.balancer?.id, one.balancer?.port].includes(fip.port)),
    );
    const kind = target && asked.end(target).zone?.kind;
    if (!target || !kind) continue;
    const facts = zoneKinds[kind];
    const plane = asked.ends.planeOfWire(asked.reach.wires.of(fip.network));
    const own = facts.publicAddress === 'nat' && plane !== undefined && plane !== internet;
    const balanced = facts.publicAddress === 'lb' && target.balancer !== undefined;
    if (facts.publicAddress === 'yes' || own || balanced) continue;
    ruling.violated(() => ({
      from: fip.id,
      to: asked.end(target).label,
      path: [{ what: 'maps', resource: fip.id, place: fip.place, detail: `${fip.address} to ${owner(target).id}` }],
      place: fip.place,
      because: said(`zone kind ${kind} has no public address of this sort`, `${kind} 区域不得有此类公网地址`),
    }));
  }
  doubtEverything(asked, ruling);
  return ruling.statement;
}

/** INV-3: no port whose address belongs to a zone of authoritative data lies on a wire of the internet plane. */
export function judgeStores(asked: Case): Statement {
  const ruling = new Ruling({ id: 'INV-3', kind: 'invariant', invariant: 'INV-3', text: invariants['INV-3'] });
  const internet = asked.intent?.planes.find((plane) => plane.role === 'internet')?.key;
  for (const one of asked.reach.classes) {
    const { zone, plane, label } = asked.end(one);
    if (!zone || plane === undefined || plane !== internet || !zoneKinds[zone.kind].authoritativeData) continue;
    ruling.violated(() => ({
      from: label,
      to: label,
      path: [],
      place: owner(one).place,
      because: said(
        `${zone.kind} may hold authoritative data, and this port is in ${plane}`,
        `${zone.kind} 可存权威数据，但该端口位于 ${plane}`,
      ),
    }));
  }
  return ruling.statement;
}

/** INV-4: administration comes from operations only; where nobody says who these are, not from outside. */
export function judgeAdministration(asked: Case): Statement {
  const ruling = new Ruling({ id: 'INV-4', kind: 'invariant', invariant: 'INV-4', text: invariants['INV-4'] });
  const operations = asked.intent?.operations ?? [];
  const administrative: Offence = ({ algebra, line }, _from, _to, packets) => {
    const { lines } = algebra;
    const strangers = lines.subtract(line.everything, line.sets(operations));
    const ports = lines.unionAll(ADMINISTRATION.map((port) => portServices(lines, 6, port, port)));
    return algebra.packets.intersect(packets, algebra.box(strangers, line.everything, ports));
  };
  for (const { from, to, packets } of asked.reach.all()) {
    if (to.beyond || isOperations(asked, to) || (!asked.intent && !from.beyond)) continue;
    const open = said('an administrative port is open to somebody else', '管理端口对非运维来源开放');
    asked.nothing(ruling, from, to, packets, administrative, open);
  }
  doubtEverything(asked, ruling);
  return ruling.statement;
}

function isOperations(asked: Case, one: EndpointClass): boolean {
  return asked.end(one).zone?.kind === 'M-OPS';
}
