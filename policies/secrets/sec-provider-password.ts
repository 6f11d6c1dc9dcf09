import { constantSecret } from '../constant-secret';
import { lookAtEach, type Policy } from '../policy';
import { OWN } from '../standards';

export const secProviderPassword: Policy = {
  id: 'SEC-PROVIDER-PASSWORD',
  title: { en: 'No password is written into a provider', zh: 'provider 中不写入口令' },
  standard: OWN,
  controls: [],
  severity: 'critical',
  scope: 'resources',
  why: {
    en: 'What is in a file is in its history, in every copy and in every plan.',
    zh: '写入文件的口令会留存于历史、副本与计划之中。',
  },
  fix: { en: 'use clouds.yaml or OS_PASSWORD', zh: '使用 clouds.yaml 或 OS_PASSWORD' },
  check: ({ providers }) =>
    lookAtEach(providers, ({ values }) =>
      constantSecret(values['password']) || constantSecret(values['application_credential_secret'])
        ? { en: 'a password is written in it', zh: '其中写有口令' }
        : undefined,
    ),
};
