import { byKey } from '../../model/stable-hash';
import { Case } from '../../proof/judge/case';
import { semanticDiff } from '../../proof/semantic-diff';
import { emptyWorld } from '../../proof/world/network-world';
import type { Change, TouchedResource } from '../change';
import type { CloudPair, ReviewedCloud } from '../reviewed-cloud';
import { capacityChanges } from './capacity-changes';
import { costChanges } from './cost-changes';
import { findingChanges } from './finding-changes';
import { flowChanges } from './flow-changes';
import { PlacesOfEnds } from './places-of-ends';
import { withPlan } from './planned-stack';
import { resourceChanges } from './resource-changes';
import { type ResourceDifference, resourceDifferences } from './resource-differences';
import { statementChanges } from './statement-changes';
import { Subjects } from './subjects';

/** Everything that differs between two revisions of one cloud, the gravest first. Nothing is left out. */
export function reviewCloud({ environment, before, after, plans = [] }: CloudPair): Change[] {
  const designs = [before, after].flatMap((side) => (side ? [side.design] : []));
  const { told, rest } = withRules(
    flows(environment, before, after),
    withPlan(resourceDifferences(before?.stacks ?? [], after?.stacks ?? []), plans, after?.stacks),
  );
  return inOrder([
    ...told,
    ...statementChanges(environment, before?.proof, after?.proof),
    ...findingChanges(environment, before?.findings, after?.findings),
    ...costChanges(environment, before?.quote, after?.quote),
    ...capacityChanges(environment, before?.design, after?.design),
    ...resourceChanges(
      environment,
      [...rest, ...resourceDifferences(before?.clusters ?? [], after?.clusters ?? [])],
      new Subjects(designs),
    ),
  ]);
}

/** Rules that come and go with a flow belong to it: what they do is told there, and nowhere else. */
function withRules(
  flows: readonly Change[],
  differences: readonly ResourceDifference[],
): { readonly told: readonly Change[]; readonly rest: readonly ResourceDifference[] } {
  const first = new Map(
    [...flows].reverse().flatMap((one) => (one.place === undefined ? [] : [[one.place, one] as const])),
  );
  const rules = new Map<Change, TouchedResource[]>();
  const rest = differences.filter((one) => {
    const { stack, type, address, action, place = '' } = one;
    const flow = type === 'openstack_networking_secgroup_rule_v2' && action !== 'change' ? first.get(place) : undefined;
    if (!flow) return true;
    rules.set(flow, [...(rules.get(flow) ?? []), { stack, address, action, attributes: [] }]);
    return false;
  });
  return { told: flows.map((one) => ({ ...one, resources: rules.get(one) ?? [] })), rest };
}

/** Packets that pass in one revision only. A cloud that is made or deleted is compared with none. */
function flows(environment: string, before: ReviewedCloud | undefined, after: ReviewedCloud | undefined): Change[] {
  const known = before ?? after;
  if (!known) return [];
  const { intent, driver } = known.asked;
  const side = (one: ReviewedCloud | undefined) => one?.asked ?? new Case(emptyWorld, intent, driver);
  const places = (one: ReviewedCloud | undefined) => new PlacesOfEnds([(one ?? known).design]);
  return flowChanges(environment, semanticDiff(side(before), side(after)), places(after), places(before));
}

/** By lane, then by what is graver, then by name: the same input gives the same order. */
export function inOrder(changes: readonly Change[]): Change[] {
  return [...changes].sort(
    (a, b) =>
      a.lane - b.lane ||
      a.rank - b.rank ||
      byKey(a.environment, b.environment) ||
      byKey(a.subject, b.subject) ||
      byKey(a.what.en, b.what.en),
  );
}
