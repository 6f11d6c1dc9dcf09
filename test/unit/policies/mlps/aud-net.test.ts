import { audNet } from '../../../../policies/mlps/aud-net';
import { assured, type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

const allBut = (zone: string) => (assured.detection?.boundaryLogs?.['all']?.at ?? []).filter((one) => one !== zone);

test.each<CloudCase>([
  ['all events to a sink with a copy', {}, ['pass']],
  [
    'only what is refused',
    {
      detection: {
        boundaryLogs: {
          all: { at: allBut('internet/app') },
          more: { at: ['internet/app'], events: 'denied', sink: 'own' },
        },
      },
    },
    ['fail zone internet/app · only what internet/app refuses is recorded'],
  ],
  [
    'nothing of one zone',
    { detection: { boundaryLogs: { all: { at: allBut('extranet/data') } } } },
    ['fail zone extranet/data · nobody records the boundary of extranet/data'],
  ],
  [
    'a second log of refusals at one zone',
    { detection: { boundaryLogs: { more: { at: ['internet/edge'], events: 'denied', sink: 'own' } } } },
    ['pass'],
  ],
  [
    'nothing said',
    { detection: { boundaryLogs: undefined } },
    ['evidence-missing declaration detection/boundaryLogs · detection.yaml does not say `boundaryLogs`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(audNet, difference))).toEqual(expected);
});
