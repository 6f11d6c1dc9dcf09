import { hostIds } from '../../../../policies/mlps/host-ids';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['the agent', {}, ['pass']],
  [
    'none, on important servers',
    { images: { x86: { agents: ['audit'] } } },
    ['fail image x86 · image x86 notices no intrusion'],
  ],
  [
    'none, on servers of level 2',
    {
      images: { plain: { arch: 'aarch64', os: 'kylin', agents: [] } },
      tenants: { health: { systems: { archive: { tiers: { app: { image: 'plain' } } } } } },
    },
    ['pass'],
  ],
  [
    'nothing said',
    { images: { x86: { agents: undefined } } },
    ['evidence-missing image x86 · nobody said it about image x86'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(hostIds, difference))).toEqual(expected);
});
