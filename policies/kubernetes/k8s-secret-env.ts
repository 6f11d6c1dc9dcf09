import { itemsAt, textsAt } from '../../model/manifest-fields';
import { podMakers } from '../pod-spec';
import { lookAtEach, type Policy } from '../policy';
import { OWN } from '../standards';

const NAME = /(PASS(WORD|WD|PHRASE)?|SECRET|TOKEN|(API|PRIVATE|ACCESS)_?KEY)$/i;
/** Values that are secrets whatever they are called: `scheme://user:password@host`, a private key. */
const VALUE = /:\/\/[^/\s:@]*:[^/\s@$]+@|-----BEGIN [A-Z ]*PRIVATE KEY-----/;
/** `--password=…`; `$(NAME)` is taken from the environment of the container. */
const ARGUMENT = /^--?[\w-]*(?:password|passwd|secret|token|api-?key)=(?!\$\()./i;

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
        [...secretVariables(fields), ...secretArguments(fields)].map((one) => ({
          about: `${name} ${one}`,
          message: { en: `container ${name} has ${one} written in it`, zh: `容器 ${name} 明文写入 ${one}` },
        })),
      ),
    ),
};

function secretVariables(container: Readonly<Record<string, unknown>>): string[] {
  return itemsAt(container, 'env').flatMap(({ name, value }) => {
    if (typeof value !== 'string' || value === '') return [];
    // `$(NAME)` alone is another variable of the container.
    const written = !/^\$\([\w.-]+\)$/.test(value);
    return (NAME.test(String(name ?? '')) && written) || VALUE.test(value) ? [String(name ?? '')] : [];
  });
}

/** The names of arguments alone: a finding shows no secret. */
function secretArguments(container: Readonly<Record<string, unknown>>): string[] {
  const all = [...textsAt(container, 'command'), ...textsAt(container, 'args')];
  return all.filter((one) => ARGUMENT.test(one)).map((one) => one.slice(0, one.indexOf('=')));
}
