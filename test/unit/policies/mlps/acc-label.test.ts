import { accLabel } from '../../../../policies/mlps/acc-label';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (metadata: object) =>
  verdictOf(
    judgedStack(accLabel, new SmallCloud().add('openstack_blockstorage_volume_v3', 'v', { size: 1, metadata }).stack()),
  );
const said = (missing: string) => [`fail openstack_blockstorage_volume_v3.v · the volume has no ${missing}`];

test.each([
  ['class and level', { dataClass: 'important', mlps: '3' }, ['pass']],
  ['more beside them', { dataClass: 'public', mlps: '3', pii: 'false' }, ['pass']],
  ['no class', { mlps: '3' }, said('dataClass')],
  ['another way to write it', { dataclass: 'important', mlps: '3' }, said('dataClass')],
  ['nothing', {}, said('dataClass and mlps')],
])('%s', (_, metadata, expected) => {
  expect(of(metadata)).toEqual(expected);
});
