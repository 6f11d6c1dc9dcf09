import { secProviderPassword } from '../../../../policies/secrets/sec-provider-password';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (values: Readonly<Record<string, unknown>>) =>
  verdictOf(
    judgedStack(secProviderPassword, new SmallCloud().group('g').stack(), {
      providers: [{ name: 'openstack', values }],
    }),
  );
const SAID = ['fail provider openstack · a password is written in it'];

test.each([
  ['a cloud of clouds.yaml', { cloud: 'county' }, ['pass']],
  ['a password in a variable', { password: `\${var.password}` }, ['pass']],
  ['a password', { password: 'hunter2' }, SAID],
  ['the secret of an application credential', { application_credential_secret: 's3cr3t' }, SAID],
  ['an empty password', { password: '' }, ['pass']],
])('%s', (_, values, expected) => {
  expect(of(values)).toEqual(expected);
});
