import type { Found } from '../finding';
import type { Look, Policy } from '../policy';
import { tcp } from '../ports';
import { answering } from './control';

/** FTP, Telnet, HTTP, VNC and the usual second port of HTTP. */
const CLEAR = tcp(21, 23, 80, 5900, 8080);

export const iamWire: Policy = {
  ...answering('IAM-WIRE'),
  id: 'IAM-WIRE',
  title: { en: 'Nobody administers in the clear', zh: '远程管理鉴别信息防窃听' },
  severity: 'high',
  scope: 'resources',
  why: {
    en: 'A password on the wire belongs to everybody on the way.',
    zh: '明文口令在传输途中任何节点均可截获。',
  },
  fix: { en: 'administer over SSH or HTTPS', zh: '改用 SSH 或 HTTPS 管理' },
  check: ({ openings, design }): Look => ({
    looked: openings.inside,
    found: openings.all.flatMap(({ from, to, packet }): Found[] => {
      // Where nobody says who operates the cloud, whoever is outside may be.
      const operates = from.zone?.kind === 'M-OPS' || (design === undefined && from.outside && !to.balancer);
      const open = operates && !to.outside ? packet(CLEAR) : undefined;
      if (open === undefined) return [];
      const message = {
        en: `${from.label} administers ${to.label} over ${open.service}`,
        zh: `${from.label} 经 ${open.service} 明文管理 ${to.label}`,
      };
      return [{ thing: to, about: `from ${from.key}`, message, outcome: open.sure ? 'fail' : 'warn' }];
    }),
  }),
};
