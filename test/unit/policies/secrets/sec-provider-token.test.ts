import { secProviderToken } from '../../../../policies/secrets/sec-provider-token';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (values: Readonly<Record<string, unknown>>) =>
  verdictOf(
    judgedStack(secProviderToken, new SmallCloud().group('g').stack(), {
      providers: [{ name: 'openstack.a', values }],
    }),
  );

test.each([
  ['no token', { password: 'another policy’s matter' }, ['pass']],
  ['a token in a variable', { token: `\${var.token}` }, ['pass']],
  ['a token', { token: 'gAAAAABk' }, ['fail provider openstack.a · a token is written in it']],
])('%s', (_, values, expected) => {
  expect(of(values)).toEqual(expected);
});
