import { readBlock } from '../packets/ip-block';
import type { Subnet } from '../world/network';
import type { NetworkWorld } from '../world/network-world';
import type { FloatingIp, Router } from '../world/router';

/** Where a public address leads: an address of a port, or of a load balancer, on a network. */
export interface InsideAddress {
  readonly network: string | undefined;
  /** Written out, or a symbol. */
  readonly address: string;
}

/** Finds the router that does the translation of a public address. */
export class ServingRouters {
  private readonly subnets: ReadonlyMap<string, Subnet>;
  /** By the network of the gateway and one inside. */
  private readonly between = new Map<string, Router[]>();

  constructor({ routers, subnets }: Pick<NetworkWorld, 'routers' | 'subnets'>) {
    this.subnets = new Map(subnets.map((subnet) => [subnet.id, subnet]));
    for (const router of routers)
      for (const inside of new Set(router.gateway ? router.interfaces.map((one) => one.network) : [])) {
        const key = `${router.gateway?.network} ${inside}`;
        const same = this.between.get(key);
        if (same) same.push(router);
        else this.between.set(key, [router]);
      }
  }

  /**
   * Routers with a gateway on the public network and an interface on the subnet of the inside address. Neutron takes the
   * one that has the subnet's gateway address, else any of them: then all are answered (Neutron 21.0
   * neutron/db/l3_db.py, get_router_for_floatingip).
   */
  of({ network }: FloatingIp, inside: InsideAddress): readonly Router[] {
    const serving = (this.between.get(`${network} ${inside.network}`) ?? []).filter(
      (router) => this.legs(router, inside).length > 0,
    );
    if (serving.length < 2) return serving;
    const first = serving.find((router) =>
      this.legs(router, inside).some(({ subnet, address }) => subnet.gateway === address),
    );
    return first ? [first] : serving;
  }

  private legs(router: Router, { network, address }: InsideAddress) {
    const at = readBlock(address);
    const own = router.interfaces.filter((one) => one.network === network).flatMap((one) => one.addresses);
    return own.flatMap((leg) => {
      const subnet = this.subnets.get(leg.subnet);
      const block = subnet && readBlock(subnet.cidr);
      if (!subnet || block?.family !== 4) return [];
      const holds = !at || (at.family === 4 && block.first <= at.first && at.last <= block.last);
      return holds ? [{ subnet, address: leg.address }] : [];
    });
  }
}
