import { groups } from '../group-look';
import { lookAtEach, type Policy } from '../policy';
import { OWN } from '../standards';

export const tagGroupDescription: Policy = {
  id: 'TAG-GROUP-DESCRIPTION',
  title: { en: 'Every security group says what it is for', zh: '安全组须有说明' },
  standard: OWN,
  controls: [],
  severity: 'low',
  outcome: 'warn',
  scope: 'resources',
  why: { en: 'A group that nobody can explain is removed by nobody.', zh: '无说明的安全组无人敢删。' },
  fix: { en: 'write a description', zh: '填写说明' },
  check: (subject) =>
    lookAtEach(groups(subject), ({ values }) =>
      (values.text('description') ?? '').trim() === ''
        ? { en: 'the group has no description', zh: '安全组没有说明' }
        : undefined,
    ),
};
