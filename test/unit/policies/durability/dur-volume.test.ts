import { durVolume } from '../../../../policies/durability/dur-volume';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (metadata: Readonly<Record<string, string>>) =>
  verdictOf(
    judgedStack(durVolume, new SmallCloud().add('openstack_blockstorage_volume_v3', 'v', { metadata }).stack()),
  );
const SAID = ['fail openstack_blockstorage_volume_v3.v · nobody backs it up'];

test.each([
  ['a tier', { backupTier: 'B2' }, ['pass']],
  ['another spelling', { backuptier: 'B2' }, SAID],
  ['nothing', {}, SAID],
])('%s', (_, metadata, expected) => {
  expect(of(metadata as Readonly<Record<string, string>>)).toEqual(expected);
});
