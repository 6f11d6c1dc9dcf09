import { answering } from '../mlps/control';
import { podMakers } from '../pod-spec';
import { lookAtEach, type Policy } from '../policy';

export const k8sToken: Policy = {
  ...answering('ACC-LEAST'),
  id: 'K8S-TOKEN',
  title: { en: 'Pods get a token of the cluster only where they ask for it', zh: '默认不挂载服务账户令牌' },
  severity: 'medium',
  outcome: 'warn',
  scope: 'manifests',
  whole: true,
  why: {
    en: 'Every pod gets a token, and most need none.',
    zh: 'Pod 默认均会挂载令牌，而多数并不需要。',
  },
  fix: { en: 'set `automountServiceAccountToken: false`', zh: '设置 `automountServiceAccountToken: false`' },
  check: ({ manifests }) => {
    const quiet = new Set(
      manifests
        .filter((one) => one.kind === 'ServiceAccount' && one.object['automountServiceAccountToken'] === false)
        .map((one) => `${one.namespace}/${one.name}`),
    );
    return lookAtEach(podMakers(manifests), ({ spec, namespace }) => {
      const own = spec['automountServiceAccountToken'];
      const account = `${namespace}/${String(spec['serviceAccountName'] ?? 'default')}`;
      return own === false || (own === undefined && quiet.has(account))
        ? undefined
        : { en: 'it gets a token of the cluster', zh: '挂载了服务账户令牌' };
    });
  },
};
