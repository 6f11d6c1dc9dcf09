import type { Declared } from '../world/declared';
import type { NetworkWorld } from '../world/network-world';

/** A project, or every one, that may attach ports to a network of somebody else; which ones it does is written nowhere. */
export interface Outsider extends Declared {
  readonly network: string;
  /** A project, or `*` for all. */
  readonly target: string;
  /**
   * Whether it may attach routers too, behind which anybody may be: only where the right is given to it by name, Neutron
   * 21.0 `l3_db.py` `_add_interface_by_subnet`. A port of it has an address that Neutron chose and no pairs,
   * `conf/policies/port.py` `create_port:fixed_ips:ip_address`, `create_port:allowed_address_pairs`.
   */
  readonly routed: boolean;
}

/** Everybody who may attach ports to a network that is not his, one for each network and project. */
export function outsidersOf({ networks, shares }: NetworkWorld): Outsider[] {
  const owners = new Map(networks.map(({ id, project }) => [id, project]));
  const found = [
    ...networks.filter((one) => one.shared).map((one) => outsider(one, one.id, '*')),
    ...shares
      .filter(({ network, target }) => owners.has(network) && owners.get(network) !== target)
      .map((share) => outsider(share, share.network, share.target)),
  ];
  return [...new Map(found.map((one) => [`${one.network} ${one.target}`, one])).values()];
}

function outsider({ place }: Declared, network: string, target: string): Outsider {
  const id = target === '*' ? `anybody on ${network}` : `${target} on ${network}`;
  return { id, place, network, target, routed: target !== '*' };
}
