import { iamMfa } from '../../../../policies/mlps/iam-mfa';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['a password and a USB key', {}, ['pass']],
  [
    'a password alone',
    { operations: { bastion: { factors: ['password'] } } },
    ['fail declaration operations/bastion · the bastion asks for password only'],
  ],
  [
    'two factors, none of them cryptographic',
    { operations: { bastion: { factors: ['password', 'sms'] } } },
    ['fail declaration operations/bastion · the bastion asks for password and sms only'],
  ],
  [
    'one factor said twice',
    { operations: { bastion: { factors: ['certificate', 'certificate'] } } },
    ['fail declaration operations/bastion · the bastion asks for certificate and certificate only'],
  ],
  [
    'nothing said',
    { operations: { bastion: undefined } },
    ['evidence-missing declaration operations/bastion · operations.yaml does not say `bastion`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(iamMfa, difference))).toEqual(expected);
});
