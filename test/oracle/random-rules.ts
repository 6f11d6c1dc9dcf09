import { protocolNumber } from '../../proof/packets/service-line';
import { id, type SmallCloud } from '../unit/proof/small-cloud';
import type { Dice } from './dice';

const PORTS = [22, 53, 80, 443, 5432, 65_535];
const PROTOCOLS = ['tcp', 'udp', 'sctp', '6', '17', '132', 'icmp', '47', 'dccp'];

interface RandomRulesProps {
  readonly cloud: SmallCloud;
  readonly dice: Dice;
  readonly groups: readonly string[];
  /** Blocks that rules are about, by family. */
  readonly blocks: { readonly 4: readonly string[]; readonly 6: readonly string[] };
}

/** Random rules for the groups of a cloud, and packets at the ends of their ranges. */
export class RandomRules {
  /** Ports at the ends of rules’ ranges, and just beyond. */
  private readonly limits: { readonly protocol: number; readonly port: number }[] = [];

  constructor(private readonly props: RandomRulesProps) {}

  add(): void {
    const { cloud, dice, groups, blocks } = this.props;
    const protocol = dice.chance(15) ? 'any' : dice.one(PROTOCOLS);
    const six = dice.chance(30);
    const from = dice.one(PORTS);
    const ranged = ['tcp', 'udp', 'sctp', '6', '17', '132'].includes(protocol) && dice.chance(80);
    const icmp = protocol === 'icmp' && dice.chance(60);
    const to = dice.chance(50) ? from : Math.min(65_535, from + dice.roll(500));
    if (ranged) this.limit(protocol, from, to);
    const words = ranged ? `${from}-${to}` : icmp ? String(dice.one(six ? [128, 129] : [8, 3])) : '-';
    const remote = dice.chance(25) ? `@${dice.one(groups)}` : dice.one(blocks[six ? 6 : 4]);
    const addressGroup = !six && dice.chance(15);
    cloud.rule(
      dice.one(groups),
      `${dice.one(['ingress', 'egress'])} ${protocol} ${words} ${addressGroup ? 'any' : remote}`,
      {
        ethertype: six ? 'IPv6' : 'IPv4',
        ...(addressGroup && { remote_address_group_id: id('networking_address_group', 'ag') }),
      },
    );
  }

  /** A protocol number with a port or an ICMP type, often at the end of a rule's range. */
  service(six: boolean): { readonly protocol: number; readonly port: number } {
    const { dice } = this.props;
    const limit = this.limits.length > 0 && dice.chance(40) ? dice.one(this.limits) : undefined;
    const protocol = limit?.protocol ?? dice.one([6, 6, 6, 17, 132, six ? 58 : 1, 47, 33]);
    const type = dice.one(six ? [128, 129] : [8, 0, 3]);
    return { protocol, port: protocol === 1 || protocol === 58 ? type : (limit?.port ?? dice.one(PORTS)) };
  }

  private limit(protocol: string, from: number, to: number): void {
    const number = protocolNumber(protocol) as number;
    for (const port of [from - 1, from, to, to, Math.min(65_535, to + 1)]) this.limits.push({ protocol: number, port });
  }
}
