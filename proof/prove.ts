import type { Intent, NetworkDriver } from '../model/intent';
import { assumptions } from './facts/assumptions';
import { deviations } from './facts/driver-behaviour';
import type { AcceptedFlowSet } from './judge/accepted-flows';
import { Case } from './judge/case';
import { judgeFlows } from './judge/judge-flows';
import { judgeManagementRoutes, judgePlaneIsolation } from './judge/judge-planes';
import { judgeExplicitRules, judgeNothingElse, judgeTenants, judgeVpns } from './judge/judge-tenants';
import { judgeAdministration, judgePublicAddresses, judgeStores } from './judge/judge-zones';
import { type Proof, type Statement, worst } from './proof';
import type { NetworkWorld } from './world/network-world';

/**
 * Compares what resources let through with what is allowed.
 *
 * Without an intent, as for a plan that nobody here wrote, only what needs none is judged: that projects are apart, that
 * administrative ports are open to nobody, that no chain of VPNs joins projects.
 *
 * An accepted flow set is taken out of what breaks its statement; one that covers more than passes is told.
 */
export function prove(
  world: NetworkWorld,
  intent: Intent | undefined,
  driver: NetworkDriver,
  accepted: readonly AcceptedFlowSet[] = [],
): Proof {
  return proveCase(new Case(world, intent, driver, accepted));
}

/** The same of a case that others ask, too: whatever is computed of it is computed once. */
export function proveCase(asked: Case): Proof {
  const statements = asked.intent
    ? [
        judgePlaneIsolation(asked),
        judgePublicAddresses(asked),
        judgeStores(asked),
        judgeAdministration(asked),
        judgeManagementRoutes(asked),
        judgeVpns(asked),
        judgeExplicitRules(asked),
        ...judgeTenants(asked),
        ...judgeFlows(asked),
        judgeNothingElse(asked),
      ]
    : [judgeAdministration(asked), judgeVpns(asked), ...judgeTenants(asked)];
  return proofOf(asked, statements);
}

/** INV-1 alone, for a quick look before anything else. */
export function provePlanes(world: NetworkWorld, intent: Intent, driver: NetworkDriver): Proof {
  const asked = new Case(world, intent, driver);
  return proofOf(asked, [judgePlaneIsolation(asked)]);
}

function proofOf(asked: Case, statements: readonly Statement[]): Proof {
  const { applied = [], undecided = [] } = asked.behaviour ?? {};
  return {
    verdict: worst(statements.map((one) => one.verdict)),
    statements,
    assumptions,
    deviations: [...new Set([...applied, ...undecided])].sort().map((id) => ({
      id,
      what: deviations[id].what,
      source: deviations[id].source,
    })),
    unneeded: asked.unneeded,
    passedOver: asked.world.passedOver,
  };
}
