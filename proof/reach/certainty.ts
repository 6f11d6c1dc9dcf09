import type { NetworkDriver } from '../../model/intent';
import { DriverBehaviour, deviationIds } from '../facts/driver-behaviour';
import type { AddressLine } from '../packets/address-line';
import type { NetworkWorld } from '../world/network-world';
import type { Remote } from '../world/security-group';
import { worldTexts } from './lay-line';
import { outsidersOf } from './outsiders';
import { areMappedByOne } from './translation';

/**
 * Whether nothing of a world is in doubt: every resource and group is known, no rule is unclear, nobody else may attach
 * anything, each public address has its router, the driver's behaviour is known, and no block splits the addresses that a symbol may become.
 *
 * Law, held by test/property/proof/certainty.test.ts: then `may` and `must` find the same packets, so that one of them
 * is enough.
 */
export function isCertain(
  world: NetworkWorld,
  driver: NetworkDriver,
  line: AddressLine,
  blocks: readonly string[],
): boolean {
  const known = new Set(world.groups.flatMap((group) => (group.known ? [group.id] : [])));
  const listed = new Set(world.addressGroups.map((group) => group.id));
  const isClear = (remote: Remote): boolean => {
    switch (remote.kind) {
      case 'any':
        return true;
      case 'prefix':
        return line.set(remote.prefix) !== undefined;
      case 'group':
        return known.has(remote.group);
      case 'address-group':
        return listed.has(remote.group);
      default:
        return false;
    }
  };
  return (
    world.unknowns.length === 0 &&
    known.size === world.groups.length &&
    !world.groups.some((group) => group.shared) &&
    outsidersOf(world).length === 0 &&
    areMappedByOne(world) &&
    deviationIds.every((id) => DriverBehaviour.answer(driver, id) !== 'either') &&
    world.rules.every((rule) => isClear(rule.remote)) &&
    !world.firewalls.some(({ ingress = [], egress = [] }) =>
      [...ingress, ...egress].some((rule) => rule.sourcePorts),
    ) &&
    line.isReadAlike([...worldTexts(world), ...blocks])
  );
}
