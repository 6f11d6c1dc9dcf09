import { itemsAt, podMakers } from '../pod-spec';
import { lookAtEach, type Policy } from '../policy';
import { OWN } from '../standards';

const NAME = /(PASS(WORD|WD)?|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY)$/i;

export const k8sSecretEnv: Policy = {
  id: 'K8S-SECRET-ENV',
  title: { en: 'No secret is written into a pod', zh: 'Pod 定义中不写入敏感信息' },
  standard: OWN,
  controls: [],
  severity: 'critical',
  scope: 'manifests',
  why: {
    en: 'A manifest is in the repository, in its history and in every copy.',
    zh: '清单会留存于仓库、历史与所有副本之中。',
  },
  fix: { en: 'take it from a Secret with `valueFrom`', zh: '通过 `valueFrom` 引用 Secret' },
  check: ({ manifests }) =>
    lookAtEach(podMakers(manifests), ({ containers }) =>
      containers.flatMap(({ name, fields }) =>
        itemsAt(fields, 'env')
          .filter(
            (one) => NAME.test(String(one['name'] ?? '')) && typeof one['value'] === 'string' && one['value'] !== '',
          )
          .map((one) => ({
            about: `${name} ${String(one['name'])}`,
            message: {
              en: `container ${name} has ${String(one['name'])} written in it`,
              zh: `容器 ${name} 明文写入 ${String(one['name'])}`,
            },
          })),
      ),
    ),
};
