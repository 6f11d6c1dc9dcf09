import { itemsAt, textsAt } from '../../model/manifest-fields';
import { answering } from '../mlps/control';
import { lookAtEach, type Policy } from '../policy';

export const k8sWildcard: Policy = {
  ...answering('ACC-LEAST'),
  id: 'K8S-WILDCARD',
  title: { en: 'No role may do everything', zh: '角色不使用通配权限' },
  severity: 'high',
  scope: 'manifests',
  why: {
    en: 'A star holds what is there today and whatever comes with the next release.',
    zh: '通配符不仅涵盖现有资源，也涵盖以后新增的资源。',
  },
  fix: { en: 'name verbs, resources and groups', zh: '列明动词、资源与 API 组' },
  check: ({ manifests }) =>
    lookAtEach(
      manifests.filter((one) => one.kind === 'Role' || one.kind === 'ClusterRole'),
      ({ object }) => {
        const rules = itemsAt(object, 'rules');
        const wide = ['verbs', 'resources', 'apiGroups', 'nonResourceURLs'].filter((key) =>
          rules.some((rule) => textsAt(rule, key).includes('*')),
        );
        return wide.length === 0
          ? undefined
          : { en: `it allows all ${wide.join(' and ')}`, zh: `允许全部 ${wide.join('、')}` };
      },
    ),
};
