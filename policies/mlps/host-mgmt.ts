import type { Found } from '../finding';
import type { Look, Policy } from '../policy';
import { tcp } from '../ports';
import type { Subject } from '../subject';
import { answering } from './control';

/** Secure shell, remote desktop, the Kubernetes API (row F16). */
const ADMINISTRATION = tcp(22, 3389, 6443);

/** Asked of the proof, so that it does not matter how the rule is written. */
export const hostMgmt: Policy = {
  ...answering('HOST-MGMT'),
  id: 'HOST-MGMT',
  title: { en: 'Administration comes from operations only', zh: '管理端口仅对运维来源开放' },
  severity: 'critical',
  scope: 'resources',
  why: {
    en: 'Whoever reaches an administrative port can try passwords; from the Internet that takes minutes.',
    zh: '可达管理端口即可尝试口令；来自互联网时只需数分钟。',
  },
  fix: { en: 'admit administration from the bastion alone', zh: '仅允许堡垒机访问管理端口' },
  check: ({ openings, design }: Subject): Look => {
    const operations = design?.intent.operations ?? [];
    // Where nobody says who operates the cloud, it is at least nobody from outside.
    const asked = openings.all.filter(
      ({ from, to }) => !to.outside && to.zone?.kind !== 'M-OPS' && (design || from.outside),
    );
    const found = asked.flatMap(({ from, to, packet }): Found[] => {
      const open = packet(ADMINISTRATION, operations);
      if (!open) return [];
      const message = {
        en: `${from.label} reaches ${to.label} at ${open.service}, from ${open.source}`,
        zh: `${from.label} 可经 ${open.service} 访问 ${to.label}，来源 ${open.source}`,
      };
      return [{ thing: to, about: `from ${from.key}`, message, flow: open.flow, outcome: open.sure ? 'fail' : 'warn' }];
    });
    return { looked: openings.inside, found };
  },
};
