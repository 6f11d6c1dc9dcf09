import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

export const ccMon: Policy = {
  ...answering('CC-MON'),
  id: 'CC-MON',
  title: { en: 'Operator and departments each watch their own part', zh: '云服务商与租户各自集中监测' },
  severity: 'medium',
  scope: 'design',
  why: {
    en: 'A department that sees nothing learns of its outage from its users.',
    zh: '租户若无监测视图，只能从用户处得知故障。',
  },
  fix: { en: 'declare a monitor of each owner', zh: '分别声明云服务商与租户的监测视图' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'detection/monitors',
      ({ detection }) => detection.monitors,
      (monitors) =>
        (['provider', 'tenant'] as const)
          .filter((owner) => !monitors.some((one) => one.owner === owner))
          .map((owner) => ({
            about: owner,
            message: { en: `no monitor belongs to the ${owner}`, zh: `没有属于 ${owner} 的监测视图` },
          })),
    ),
};
