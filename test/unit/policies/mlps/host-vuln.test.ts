import { hostVuln } from '../../../../policies/mlps/host-vuln';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['scanned five days ago', {}, ['pass']],
  ['scanned thirty days ago', { images: { arm: { scan: { date: '2026-10-26' } } } }, ['pass']],
  [
    'scanned thirty-one days ago',
    { images: { arm: { scan: { date: '2026-10-25' } } } },
    ['warn image arm · image arm was scanned 31 days ago'],
  ],
  [
    'one critical flaw',
    { images: { arm: { scan: { critical: 1 } } } },
    ['warn image arm · image arm has 1 critical flaws'],
  ],
  [
    'nothing said',
    { images: { arm: { scan: undefined } } },
    ['evidence-missing image arm · nobody said it about image arm'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(hostVuln, difference))).toEqual(expected);
});
