import { fieldsAt } from '../../model/manifest-fields';
import { answering } from '../mlps/control';
import { lookAtEach, type Policy } from '../policy';

const ENFORCE = 'pod-security.kubernetes.io/enforce';
const ENOUGH: Readonly<Record<number, readonly string[]>> = { 2: ['baseline', 'restricted'] };

export const k8sAdmission: Policy = {
  ...answering('HOST-MIN'),
  id: 'K8S-ADMISSION',
  title: { en: 'Every namespace enforces a profile of Pod Security', zh: '命名空间启用 Pod Security 准入' },
  severity: 'high',
  outcome: 'fail',
  scope: 'manifests',
  why: {
    en: 'What a review overlooks, the API server refuses.',
    zh: '评审遗漏的问题由 API Server 拒绝。',
  },
  fix: { en: `label it ${ENFORCE}: restricted`, zh: `标记 ${ENFORCE}: restricted` },
  check: ({ manifests }) =>
    lookAtEach(
      manifests.filter((one) => one.kind === 'Namespace'),
      ({ object, mlps }) => {
        const profile = String(fieldsAt(object, 'metadata', 'labels')[ENFORCE] ?? 'privileged');
        const enough = ENOUGH[mlps] ?? ['restricted'];
        return enough.includes(profile)
          ? undefined
          : {
              en: `it enforces ${profile}, level ${mlps} needs ${enough[0]}`,
              zh: `准入级别为 ${profile}，${mlps} 级要求 ${enough[0]}`,
            };
      },
    ),
};
