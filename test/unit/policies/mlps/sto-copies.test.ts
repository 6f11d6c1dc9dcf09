import { stoCopies } from '../../../../policies/mlps/sto-copies';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['three copies', {}, ['pass']],
  [
    'two copies',
    { volumeClasses: { 'encrypted-ssd': { copies: 2 } } },
    ['fail volume class encrypted-ssd · the storage keeps 2 copies'],
  ],
  ['a class that no volume uses', { volumeClasses: { spare: { media: 'sas', copies: 1 } } }, ['pass']],
  [
    'nobody said it',
    { volumeClasses: { 'encrypted-ssd': { copies: undefined } } },
    ['evidence-missing volume class encrypted-ssd · nobody said how many copies the storage keeps'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(stoCopies, difference))).toEqual(expected);
});
