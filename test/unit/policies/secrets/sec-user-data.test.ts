import { secUserData } from '../../../../policies/secrets/sec-user-data';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (user_data: string) =>
  verdictOf(judgedStack(secUserData, new SmallCloud().add('compute_instance', 'i', { user_data }).stack()));
const SAID = ['fail openstack_compute_instance_v2.i · its user_data holds what looks like a secret'];

test.each([
  ['packages', '#cloud-config\npackages: [nginx]\n', ['pass']],
  ['a word about passwords', 'ssh_pwauth: false\n# no password is set here\n', ['pass']],
  ['a password from the environment', 'password=$PASSWORD', ['pass']],
  ['a password', '#cloud-config\npassword: hunter2\n', SAID],
  ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIE', SAID],
  ['a password in base64', Buffer.from('#cloud-config\npassword: hunter2\n').toString('base64'), SAID],
])('%s', (_, text, expected) => {
  expect(of(text)).toEqual(expected);
});
