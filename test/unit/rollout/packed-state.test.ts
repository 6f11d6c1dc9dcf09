import { nextSteps } from '../../../rollout/next-steps';
import { packState, unpackState } from '../../../rollout/packed-state';
import { reportOf } from '../../../rollout/rollout-report';
import { addEvent, foldEvents } from '../../../rollout/rollout-state';
import { counties, done, started } from '../../support/rollout-example';

const members = counties(4);
const [first = '', second = ''] = members.map(({ id }) => id);

test('what was packed says the same, and takes the same events, after a journey through JSON', () => {
  const state = foldEvents([...started(members), ...done(first), { at: 4, type: 'paused', by: 'li' }]);
  const back = unpackState(JSON.parse(JSON.stringify(packState(state))));
  expect(reportOf(back)).toEqual(reportOf(state));
  expect(back.waves).toEqual(state.waves);
  for (const one of [state, back]) {
    addEvent(one, { at: 5, type: 'resumed', by: 'li' });
    addEvent(one, { at: 6, type: 'approved', by: 'wang', through: 9 });
  }
  expect(nextSteps(back, 7)).toEqual(nextSteps(state, 7));
  expect(nextSteps(back, 7).steps.map(({ id }) => id)).toContain(second);
});

test('a packed state is not changed by events of the one that it was made of', () => {
  const state = foldEvents(started(members));
  const back = unpackState(packState(state));
  addEvent(state, { at: 3, type: 'applying', id: first });
  expect(back.members.get(first)?.status).toBe('preflighted');
});
