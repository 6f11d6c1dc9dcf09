import type { Found } from '../finding';
import type { Look, Policy } from '../policy';
import { answering } from './control';

/** Where the relays stand that may speak to the outside. */
const EDGES: readonly string[] = ['I-EDGE', 'E-EDGE'];

/** Asked of the proof: whoever gets a packet out, over whichever rule, router or address. */
export const bndEgress: Policy = {
  ...answering('BND-EGRESS'),
  id: 'BND-EGRESS',
  title: { en: 'Servers speak to the outside over the proxy only', zh: '内部用户非授权外联受限' },
  severity: 'high',
  scope: 'resources',
  why: {
    en: 'An intruder’s program calls home over the first way out that it finds.',
    zh: '植入的木马会通过任何可用的出口外联。',
  },
  fix: { en: 'take the rule out and use the egress proxy of the plane', zh: '删除出向规则，改用平面的出口代理' },
  check: ({ openings, design }): Look => {
    const own = design?.intent.planes.flatMap((plane) => plane.blocks) ?? [];
    return {
      looked: openings.inside,
      found: openings.all.flatMap(({ from, to, packet }): Found[] => {
        if (!to.outside || from.outside || EDGES.includes(from.zone?.kind ?? '')) return [];
        // Where nobody looks at it, a network of the cloud itself seems to lie beyond an external one.
        const open = packet(undefined, undefined, own);
        if (open === undefined) return [];
        const message = {
          en: `${from.label} reaches ${open.destination} outside at ${open.service}`,
          zh: `${from.label} 可经 ${open.service} 访问外部 ${open.destination}`,
        };
        return [{ thing: from, about: `to ${to.key}`, message, outcome: open.sure ? 'fail' : 'warn' }];
      }),
    };
  },
};
