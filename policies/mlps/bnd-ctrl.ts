import { holdsBlock, type IpBlock, readBlock } from '../../proof/packets/ip-block';
import { type Look, lookAtEach, type Policy, together } from '../policy';
import { lookAtInvariant } from '../statement-look';
import type { Subject } from '../subject';
import { answering } from './control';

export const bndCtrl: Policy = {
  ...answering('BND-CTRL'),
  id: 'BND-CTRL',
  title: { en: 'Planes meet in controlled devices only, and nobody borrows addresses', zh: '跨越边界的访问经受控接口' },
  severity: 'critical',
  scope: 'resources',
  why: {
    en: 'A server with a leg in two planes is a bridge that no firewall stands on.',
    zh: '同时接入两个平面的服务器即是一座无防火墙的桥。',
  },
  fix: {
    en: 'use a gap device; keep address pairs inside the network of the port',
    zh: '使用网闸，地址对不得超出端口所在网络',
  },
  check: (subject) => together(lookAtInvariant(subject, 'INV-1'), borrowed(subject)),
};

/** Ports that may send as somebody else: a pair outside of all subnets of their network. */
function borrowed({ openings, resources }: Subject): Look {
  const { ports, subnets } = openings.world;
  const asked = ports.flatMap((port) => {
    const thing = resources.find(port.id);
    return thing === undefined ? [] : [{ ...thing, port }];
  });
  const blocks = new Map<string, IpBlock[]>();
  for (const { network, cidr } of subnets)
    blocks.set(network, [...(blocks.get(network) ?? []), ...[readBlock(cidr)].filter((one) => one !== undefined)]);
  return lookAtEach(asked, ({ port }) => {
    const own = blocks.get(port.network) ?? [];
    return port.pairs.flatMap((pair) => {
      const block = readBlock(pair);
      if (block === undefined || own.some((one) => holdsBlock(one, block))) return [];
      return [
        {
          about: pair,
          message: { en: `it may send as ${pair}, outside of its network`, zh: `可冒用其网络之外的地址 ${pair}` },
        },
      ];
    });
  });
}
