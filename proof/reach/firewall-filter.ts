import type { AddressLine, Reading } from '../packets/address-line';
import type { IntervalSet } from '../packets/interval-set';
import type { PacketAlgebra, PacketSet } from '../packets/packet-algebra';
import { allServices, hasPorts, portServices, wholeProtocol } from '../packets/service-line';
import type { FirewallRule } from '../world/firewall';

/**
 * What a FWaaS v2 policy lets through: the first rule that matches decides, and where none does the packet is
 * dropped. A rule that also asks for a source port may match or not: `may` reckons with its allowing, `must` with its
 * denying.
 */
export function firewallFilter(
  rules: readonly FirewallRule[],
  algebra: PacketAlgebra,
  line: AddressLine,
  reading: Reading,
): PacketSet {
  const { packets } = algebra;
  let allowed = packets.empty;
  let decided = packets.empty;
  for (const rule of rules) {
    const family = line.family(rule.family);
    const matched = algebra.box(
      algebra.lines.intersect(family, address(rule.source, line)),
      algebra.lines.intersect(family, address(rule.destination, line)),
      services(rule, algebra),
    );
    const ignored = rule.sourcePorts && rule.allow !== (reading === 'may');
    if (ignored) continue;
    if (rule.allow) allowed = packets.union(allowed, packets.subtract(matched, decided));
    if (!rule.sourcePorts || !rule.allow) decided = packets.union(decided, matched);
  }
  return allowed;
}

function address(text: string | undefined, line: AddressLine): IntervalSet {
  return text === undefined ? line.everything : (line.set(text) ?? line.everything);
}

function services(rule: FirewallRule, { lines }: PacketAlgebra): IntervalSet {
  if (rule.protocol === undefined) return allServices(lines);
  if (!rule.ports || !hasPorts(rule.protocol)) return wholeProtocol(lines, rule.protocol);
  return portServices(lines, rule.protocol, ...rule.ports);
}
