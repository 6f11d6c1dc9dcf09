import { Cidr } from '../../model/cidr';
import { overlaps } from '../../model/overlaps';
import type { Found } from '../finding';
import { type Look, lookAtEach, type Policy, together } from '../policy';
import type { Subject } from '../subject';
import { answering } from './control';

export const netZone: Policy = {
  ...answering('NET-ZONE'),
  id: 'NET-ZONE',
  title: {
    en: 'Every network belongs to a zone, and no two behind one router share addresses',
    zh: '划分区域并分配地址',
  },
  severity: 'critical',
  scope: 'resources',
  why: {
    en: 'A network of no zone has no neighbours that it must be kept from.',
    zh: '未划入区域的网络无法确定应与谁隔离。',
  },
  fix: {
    en: 'tag the network `zone:…`, and give each its own block',
    zh: '为网络标记 `zone:…`，并分配互不重叠的地址块',
  },
  check: (subject) =>
    together(
      lookAtEach(subject.resources.ofType('openstack_networking_network_v2'), ({ tags }) =>
        tags.has('zone') ? undefined : { en: 'the network belongs to no zone', zh: '网络未划入任何区域' },
      ),
      apart(subject),
    ),
};

/** Subnets behind one router. */
function apart({ openings, resources }: Subject): Look {
  const { routers, subnets } = openings.world;
  const byId = new Map(subnets.map((one) => [one.id, one]));
  const found = routers.flatMap((router): Found[] => {
    const thing = resources.find(router.id);
    const own = new Set(router.interfaces.flatMap((one) => one.addresses.map(({ subnet }) => subnet)));
    const items = [...own].flatMap((id) => {
      const block = Cidr.parse(byId.get(id)?.cidr ?? '');
      return block instanceof Cidr ? [{ id, block }] : [];
    });
    if (thing === undefined) return [];
    return [...overlaps(items)].map(([outer, inner]) => ({
      thing,
      about: `${outer.id} ${inner.id}`,
      message: {
        en: `${outer.block} and ${inner.block} overlap behind it`,
        zh: `其下 ${outer.block} 与 ${inner.block} 重叠`,
      },
    }));
  });
  return { looked: routers.flatMap((one) => resources.find(one.id) ?? []), found };
}
