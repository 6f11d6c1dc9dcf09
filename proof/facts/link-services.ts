import type { IntervalAlgebra, IntervalSet } from '../packets/interval-set';
import { icmpServices, portServices } from '../packets/service-line';

/** DHCP toward servers and clients, both families (RFC 2131, RFC 8415). */
const DHCP_PORTS = [67, 68, 546, 547];
/** Multicast listener query, report, done; router and neighbour discovery; listener report version 2. */
const LINK_TYPES = [130, 131, 132, 133, 134, 135, 136, 143];

/**
 * What drivers let pass on a network's own wire whatever the groups say: neutron `openvswitch_firewall`
 * (`_initialize_egress`, `_initialize_ingress`) and ovn-northd (`ls_in_acl`, `ls_out_acl`) write flows for it above
 * those of the rules. ARP and the metadata address are no packets between two ports.
 */
export function linkServices(lines: IntervalAlgebra): IntervalSet {
  return lines.unionAll([
    ...DHCP_PORTS.map((port) => portServices(lines, 17, port, port)),
    ...LINK_TYPES.map((type) => icmpServices(lines, 58, type)),
  ]);
}
