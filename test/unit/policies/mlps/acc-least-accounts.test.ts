import { accLeastAccounts } from '../../../../policies/mlps/acc-least-accounts';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['login by key', {}, ['pass']],
  [
    'a spare image with passwords that nobody boots',
    { images: { spare: { arch: 'aarch64', os: 'kylin', accounts: 'password' } } },
    ['pass'],
  ],
  [
    'an image with passwords',
    { images: { arm: { accounts: 'password' } } },
    ['fail image arm · one logs into arm by password'],
  ],
  [
    'an image of which nobody said it',
    { images: { x86: { accounts: undefined } } },
    ['evidence-missing image x86 · nobody said it about image x86'],
  ],
  [
    'a tier whose image nobody named',
    { pools: { 'internet-x86': { image: undefined } } },
    ['evidence-missing tier finance/budget/web · nobody said which image its servers boot from'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(accLeastAccounts, difference))).toEqual(expected);
});
