import { audHost } from '../../../../policies/mlps/aud-host';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['agents, and a sink that is safe', {}, ['pass']],
  [
    'a sink of other records that can be changed',
    { detection: { sinks: { own: { sources: ['api'], immutable: false } } } },
    ['pass'],
  ],
  [
    'an image without the agent',
    { images: { arm: { agents: ['antivirus'] } } },
    ['fail image arm · image arm has no audit agent'],
  ],
  [
    'records that can be changed',
    { detection: { sinks: { own: { immutable: false } } } },
    ['fail declaration detection/sinks · records of sink own can be changed'],
  ],
  [
    'records without a copy',
    { detection: { sinks: { own: { backup: undefined } } } },
    ['fail declaration detection/sinks · sink own has no copy'],
  ],
  [
    'no sink for hosts',
    { detection: { sinks: { own: { sources: ['api'] }, theirs: { sources: ['api'] } } } },
    ['fail declaration detection/sinks · no sink takes the records of hosts'],
  ],
  [
    'nothing said',
    { detection: { sinks: undefined, boundaryLogs: undefined } },
    ['evidence-missing declaration detection/sinks · detection.yaml does not say `sinks`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(audHost, difference))).toEqual(expected);
});
