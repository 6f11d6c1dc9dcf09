import { id, type SmallCloud } from '../unit/proof/small-cloud';
import type { PlacedPort } from './asked-packet';
import type { Dice } from './dice';

/** A network of the world: its blocks are `10.1.NUMBER.0/24` and `fd01:NUMBER::/64`. */
export interface PlacedNetwork {
  readonly name: string;
  readonly number: number;
}

/** A router's address on a network. */
interface Leg {
  readonly router: string;
  readonly network: PlacedNetwork;
  readonly host: number;
  readonly families: readonly (4 | 6)[];
}

/** A public address, and who answers for it inside; one service only where a port is forwarded. */
interface PublicAddress {
  readonly address: string;
  readonly port: PlacedPort;
  readonly service?: { readonly protocol: number; readonly port: number };
  /** The same in words, as it is inside: `tcp 22`. */
  readonly inner?: string;
}

const FAR = ['10.77.0.0/24', '10.77.0.0/25', '10.77.0.9/32'];

/** Several routers between the networks of a world: gateways, further routes of routers and hosts, public addresses. */
export class RandomRouters {
  readonly publicAddresses: PublicAddress[] = [];
  private readonly legs: Leg[] = [];
  private readonly gateways = new Map<string, string>();

  constructor(
    private readonly cloud: SmallCloud,
    private readonly dice: Dice,
    private readonly networks: readonly PlacedNetwork[],
    private readonly ports: readonly PlacedPort[],
  ) {
    for (let i = 0; i < 2 + dice.roll(2); i++) this.router(i);
    for (const router of this.routed()) this.routes(router);
    for (const network of networks) if (dice.chance(40)) this.hostRoutes(network);
    for (let i = 0; i < 3; i++) this.floatingIp(i);
    for (let i = 0; i < 2; i++) if (dice.chance(60)) this.forwardings(i);
  }

  /** Whether a router has the gateway address of a network's subnet of this family. */
  hasGateway(network: string, family: 4 | 6): boolean {
    return this.legs.some((leg) => leg.network.name === network && leg.host === 1 && leg.families.includes(family));
  }

  private routed(): string[] {
    return [...new Set(this.legs.map((leg) => leg.router))];
  }

  private router(i: number): void {
    const { dice, cloud } = this;
    const name = `r${i}`;
    if (dice.chance(60)) this.gateways.set(name, `203.0.113.${2 + i}`);
    const address = this.gateways.get(name);
    cloud.add('networking_router', name, {
      name,
      ...(address !== undefined && {
        external_network_id: id('networking_network', 'ext'),
        external_fixed_ip: [{ subnet_id: id('networking_subnet', 'ext'), ip_address: address }],
        enable_snat: dice.chance(50),
      }),
    });
    for (const network of this.networks) if (dice.chance(i === 0 ? 65 : 50)) this.leg(name, network, i);
  }

  /** The first router on a network mostly has its gateway address, others a port of their own. */
  private leg(router: string, network: PlacedNetwork, i: number): void {
    const { cloud, dice } = this;
    const isFirst = !this.legs.some((leg) => leg.network === network && leg.host === 1);
    const host = isFirst && dice.chance(70) ? 1 : 2 + i;
    const families = dice.chance(75) ? ([4, 6] as const) : ([4] as const);
    this.legs.push({ router, network, host, families });
    for (const family of families) {
      const subnet = family === 4 ? network.name : `${network.name}-6`;
      const of = { router_id: id('networking_router', router) };
      const own = `${router}-${subnet}`;
      const address = family === 4 ? `10.1.${network.number}.${host}` : `fd01:${network.number}::${host}`;
      if (host === 1)
        cloud.add('networking_router_interface', own, { ...of, subnet_id: id('networking_subnet', subnet) });
      else {
        cloud.port(own, network.name, address);
        cloud.add('networking_router_interface', own, { ...of, port_id: id('networking_port', own) });
      }
    }
  }

  private routes(router: string): void {
    const { dice } = this;
    const taken = new Set<string>();
    const isDefault = this.gateways.has(router) ? [] : ['0.0.0.0/0', '::/0'];
    for (let i = 0; i < dice.roll(5); i++) {
      const one = dice.one(this.networks);
      const port = dice.one(this.ports);
      const destination = dice.one([
        `10.1.${one.number}.0/24`,
        `10.1.${one.number}.0/24`,
        `fd01:${one.number}::/64`,
        `10.1.${one.number}.0/28`,
        ...port.addresses.map((address) => `${address}/${address.includes(':') ? 128 : 32}`),
        '10.1.0.0/16',
        'fd01::/16',
        ...FAR,
        ...isDefault,
      ]);
      const hop = this.nextHop(router, destination.includes(':'));
      if (hop === undefined || taken.has(destination)) continue;
      taken.add(destination);
      this.cloud.add('networking_router_route', `${router}-${i}`, {
        router_id: id('networking_router', router),
        destination_cidr: destination,
        next_hop: hop,
      });
    }
  }

  /** Somebody on a network of the router: mostly another router, else a port. */
  private nextHop(router: string, six: boolean): string | undefined {
    const { dice } = this;
    const own = this.legs.filter((leg) => leg.router === router).map((leg) => leg.network);
    const legs = this.legs.filter((leg) => leg.router !== router && own.includes(leg.network));
    const beyond = this.gateways.has(router)
      ? [...this.gateways].flatMap(([other, address]) => (other === router ? [] : [address]))
      : [];
    const hops = [
      ...legs.map(({ network, host }) => (six ? `fd01:${network.number}::${host}` : `10.1.${network.number}.${host}`)),
      ...beyond,
    ];
    const stations = this.ports
      .filter((port) => own.some((network) => network.name === port.network))
      .flatMap((port) => port.addresses);
    const fitting = (dice.chance(70) ? hops : stations).filter((address) => address.includes(':') === six);
    return fitting.length > 0 ? dice.one(fitting) : undefined;
  }

  private hostRoutes(network: PlacedNetwork): void {
    const { dice } = this;
    const hosts = this.legs.filter((leg) => leg.network === network).map((leg) => leg.host);
    const stations = this.ports.filter((port) => port.network === network.name).flatMap((port) => port.addresses);
    const other = dice.one(this.networks);
    const destinations = [`10.1.${other.number}.0/24`, '10.1.0.0/16', '10.77.0.0/24', `10.1.${network.number}.8/29`];
    const hops = [
      ...hosts.map((host) => `10.1.${network.number}.${host}`),
      ...stations.filter((one) => !one.includes(':')),
    ];
    for (const [i, destination] of dice.some(destinations, 2).entries())
      if (hops.length > 0)
        this.cloud.add('networking_subnet_route', `${network.name}-${i}`, {
          subnet_id: id('networking_subnet', network.name),
          destination_cidr: destination,
          next_hop: dice.one(hops),
        });
  }

  private floatingIp(i: number): void {
    const port = this.dice.one(this.ports);
    if (this.outward(port) === undefined) return;
    const address = `203.0.113.${100 + i}`;
    this.publicAddresses.push({ address, port });
    const values = { pool: 'ext', address, port_id: id('networking_port', port.name) };
    this.cloud.add('networking_floatingip', `f${i}`, values);
  }

  private forwardings(i: number): void {
    const { dice, cloud } = this;
    const address = `203.0.113.${120 + i}`;
    const first = dice.one(this.ports);
    const router = this.outward(first);
    if (router === undefined) return;
    cloud.add('networking_floatingip', `pf${i}`, { pool: 'ext', address });
    for (const [j, external] of [8080, 8081].entries()) {
      const port = j === 0 ? first : dice.one(this.ports.filter((one) => this.outward(one) === router));
      const protocol = dice.one(['tcp', 'udp']);
      const internal = dice.one([22, 80, 443, 5432]);
      const service = { protocol: protocol === 'tcp' ? 6 : 17, port: external };
      this.publicAddresses.push({ address, port, service, inner: `${protocol} ${internal}` });
      cloud.add('networking_portforwarding', `pf${i}-${j}`, {
        floatingip_id: id('networking_floatingip', `pf${i}`),
        internal_port_id: id('networking_port', port.name),
        internal_ip_address: port.addresses[0],
        protocol,
        external_port: external,
        internal_port: internal,
      });
    }
  }

  /** The router that maps public addresses to a port; undefined where there is none, or Neutron may take either. */
  private outward(port: PlacedPort): string | undefined {
    const legs = this.legs.filter((leg) => leg.network.name === port.network && this.gateways.has(leg.router));
    const chosen = legs.length === 1 ? legs[0] : legs.find((leg) => leg.host === 1);
    return chosen?.router;
  }
}
