import { invariants } from '../../model/invariant';
import type { Statement } from '../proof';
import type { Case } from './case';
import { doubtEverything } from './judge-planes';
import { Ruling, said } from './ruling';

/** No other tenant reaches a tenant, but by a flow that is allowed. One statement for each tenant. */
export function judgeTenants(asked: Case): Statement[] {
  const rulings = new Map<string, Ruling>();
  for (const one of asked.reach.classes) {
    const { tenant } = asked.end(one);
    if (!one.outsider && tenant !== undefined && !rulings.has(tenant)) rulings.set(tenant, tenantRuling(tenant));
  }
  for (const { from, to, packets } of asked.reach.all()) {
    const [a, b] = [asked.end(from).tenant ?? from.outsider?.id, asked.end(to).tenant];
    const ruling = to.outsider ? undefined : rulings.get(b ?? '');
    if (a === undefined || b === undefined || a === b || !ruling) continue;
    asked.nothing(ruling, from, to, packets, asked.unallowed, said(`${a} reaches ${b}`, `${a} 可达 ${b}`));
  }
  for (const ruling of rulings.values()) doubtEverything(asked, ruling);
  return [...rulings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ruling]) => ruling.statement);
}

function tenantRuling(tenant: string): Ruling {
  const text = said(
    `no other tenant reaches ${tenant} but by an allowed flow`,
    `除许可的流外，其他租户不可达 ${tenant}`,
  );
  return new Ruling({ id: `TENANT ${tenant}`, kind: 'tenant', text });
}

/** Nothing passes outside of the flows, between any two ends at all. */
export function judgeNothingElse(asked: Case): Statement {
  const text = said('nothing passes that no flow allows', '未经许可的流一律不通');
  const ruling = new Ruling({ id: 'NOTHING-ELSE', kind: 'nothing-else', text });
  for (const { from, to, packets } of asked.reach.all()) {
    if ((from.beyond || from.outsider) && (to.beyond || to.outsider)) continue;
    asked.nothing(ruling, from, to, packets, asked.unallowed, said('no flow allows it', '没有任何流许可'));
  }
  doubtEverything(asked, ruling);
  return ruling.statement;
}

/** INV-6: no chain of route targets, exported and imported again, leads from one department to another. */
export function judgeVpns(asked: Case): Statement {
  const ruling = new Ruling({ id: 'INV-6', kind: 'invariant', invariant: 'INV-6', text: invariants['INV-6'] });
  const { vpns } = asked.world;
  const next = new Map(
    vpns.map((one) => [one, vpns.filter((other) => one.exports.some((rt) => other.imports.includes(rt)))]),
  );
  for (const start of vpns) {
    const seen = new Set([start]);
    for (const one of seen) for (const other of next.get(one) ?? []) seen.add(other);
    for (const other of seen)
      if (other.project !== start.project)
        ruling.violated(() => ({
          from: start.project,
          to: other.project,
          path: [start, other].map(({ vpn, place, imports, exports }) => ({
            what: 'exchanges routes',
            resource: vpn,
            place,
            detail: `imports ${imports.join(', ')}; exports ${exports.join(', ')}`,
          })),
          place: other.place,
          because: said(
            `routes of ${start.project} come to ${other.project}`,
            `${start.project} 的路由传到 ${other.project}`,
          ),
        }));
  }
  return ruling.statement;
}

/** INV-7: what lets packets in from another zone is a rule that names the flow it stands for. */
export function judgeExplicitRules(asked: Case): Statement {
  const ruling = new Ruling({ id: 'INV-7', kind: 'invariant', invariant: 'INV-7', text: invariants['INV-7'] });
  const ids = (asked.intent?.flows ?? []).map((flow) => `${flow.id} `);
  const used = new Set(asked.reach.classes.filter((one) => asked.end(one).zone).flatMap((one) => one.groups));
  for (const rule of asked.world.rules) {
    if (rule.direction !== 'ingress' || !used.has(rule.group)) continue;
    const description = `${rule.description} `;
    const named = ids.some((id) => description.startsWith(id));
    if (named) continue;
    ruling.violated(() => ({
      from: 'any zone',
      to: rule.group,
      path: [{ what: 'lets in', resource: rule.id, place: rule.place, detail: rule.description ?? 'no description' }],
      place: rule.place,
      because: said('the rule names no allowed flow', '该规则未注明许可的流'),
    }));
  }
  for (const { touches, place, assumption } of asked.world.unknowns)
    if (touches.kind === 'group' || touches.kind === 'anything') ruling.unknown(place, assumption);
  return ruling.statement;
}
