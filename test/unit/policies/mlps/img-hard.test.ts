import { imgHard } from '../../../../policies/mlps/img-hard';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['hardened', {}, ['pass']],
  [
    'not hardened, for important systems',
    { images: { x86: { baseline: undefined } } },
    ['evidence-missing image x86 · nobody said it about image x86'],
  ],
  [
    'not hardened, for a system of level 2',
    {
      images: { plain: { arch: 'aarch64', os: 'kylin' } },
      tenants: { health: { systems: { archive: { tiers: { app: { image: 'plain' } } } } } },
    },
    ['pass'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(imgHard, difference))).toEqual(expected);
});
