import { hostAv } from '../../../../policies/mlps/host-av';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['the agent', {}, ['pass']],
  ['the agent alone', { images: { arm: { agents: ['antivirus'] } } }, ['pass']],
  [
    'other agents',
    { images: { arm: { agents: ['audit', 'intrusion'] } } },
    ['fail image arm · image arm has no anti-malware'],
  ],
  [
    'nothing said',
    { images: { arm: { agents: undefined } } },
    ['evidence-missing image arm · nobody said it about image arm'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(hostAv, difference))).toEqual(expected);
});
