import { lookAtDeclared } from '../declared';
import { isMainland } from '../mainland';
import type { Policy } from '../policy';
import { answering } from './control';

export const opsCn: Policy = {
  ...answering('OPS-CN'),
  id: 'OPS-CN',
  title: { en: 'The cloud is operated from the country', zh: '运维地点位于境内' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'Who operates a cloud can read it; where they sit decides who can make them.',
    zh: '运维人员可接触数据，其所在地决定受谁管辖。',
  },
  fix: { en: 'operate it from a division in the country', zh: '运维地点调整至境内' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'operations/adcode',
      ({ operations }) => operations.adcode,
      (adcode) =>
        isMainland(adcode) ? undefined : { en: `the cloud is operated from ${adcode}`, zh: `云平台由 ${adcode} 运维` },
    ),
};
