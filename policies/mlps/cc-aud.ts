import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

export const ccAud: Policy = {
  ...answering('CC-AUD'),
  id: 'CC-AUD',
  title: { en: 'Operator and departments each collect their own records', zh: '云服务商与租户各自收集审计数据' },
  severity: 'medium',
  scope: 'design',
  why: {
    en: 'Whose records the other keeps, cannot check the other.',
    zh: '审计数据由对方保管，则无法监督对方。',
  },
  fix: { en: 'declare a sink of each owner', zh: '分别声明云服务商与租户的日志库' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'detection/sinks',
      ({ detection }) => detection.sinks,
      (sinks) =>
        (['provider', 'tenant'] as const)
          .filter((owner) => !sinks.some((one) => one.owner === owner))
          .map((owner) => ({
            about: owner,
            message: { en: `no sink belongs to the ${owner}`, zh: `没有属于 ${owner} 的日志库` },
          })),
    ),
};
