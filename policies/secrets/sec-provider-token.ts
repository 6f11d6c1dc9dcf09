import { constantSecret } from '../constant-secret';
import { lookAtEach, type Policy } from '../policy';
import { OWN } from '../standards';

export const secProviderToken: Policy = {
  id: 'SEC-PROVIDER-TOKEN',
  title: { en: 'No token is written into a provider', zh: 'provider 中不写入令牌' },
  standard: OWN,
  controls: [],
  severity: 'critical',
  scope: 'resources',
  why: {
    en: 'A token is its owner until it ends, whoever shows it.',
    zh: '令牌失效之前，任何持有者都拥有同等权限。',
  },
  fix: { en: 'let the provider ask for a token itself', zh: '由 provider 自行获取令牌' },
  check: ({ providers }) =>
    lookAtEach(providers, ({ values }) =>
      constantSecret(values['token']) ? { en: 'a token is written in it', zh: '其中写有令牌' } : undefined,
    ),
};
