import type { Found } from '../finding';
import type { OpenEnd } from '../openings';
import type { Look, Policy } from '../policy';
import { neverBetweenZones, neverFromOutside } from '../well-known-ports';
import { answering } from './control';

/** Scanners and operators look at every port by their task (rows F16, F18). */
const LOOKING: readonly string[] = ['M-SEC', 'M-OPS'];

export const hostPort: Policy = {
  ...answering('HOST-PORT'),
  id: 'HOST-PORT',
  title: { en: 'High-risk ports are closed between zones', zh: '关闭高危端口' },
  severity: 'high',
  scope: 'resources',
  why: {
    en: 'Worms spread over file shares and remote control; databases are emptied over their own port.',
    zh: '蠕虫经文件共享与远程控制端口传播，数据库则经自身端口被拖库。',
  },
  fix: { en: 'close the port, or reach the service over its application', zh: '关闭端口，或经应用层访问' },
  check: ({ openings, design }): Look => {
    // Nodes of our own clusters stand at the edge of a plane, and are no strangers to its services.
    const nodes = (design?.clusters ?? []).flatMap((cluster) => cluster.nodes);
    const found = openings.all.flatMap(({ from, to, packet }): Found[] => {
      if (to.outside || LOOKING.includes(from.zone?.kind ?? '') || sameZone(from, to)) return [];
      const stranger = from.outside ? packet([...neverBetweenZones, ...neverFromOutside], nodes) : undefined;
      const open = stranger ?? packet(neverBetweenZones);
      if (open === undefined) return [];
      const message = {
        en: `${from.label} reaches ${to.label} at ${open.service}`,
        zh: `${from.label} 可经高危端口 ${open.service} 访问 ${to.label}`,
      };
      return [{ thing: to, about: `from ${from.key}`, message, outcome: open.sure ? 'fail' : 'warn' }];
    });
    return { looked: openings.inside, found };
  },
};

/** Without zones nobody says where one ends, and only the outside counts. */
function sameZone(from: OpenEnd, to: OpenEnd): boolean {
  if (from.outside) return false;
  return from.zone === undefined || to.zone === undefined || (from.zone.key === to.zone.key && from.plane === to.plane);
}
