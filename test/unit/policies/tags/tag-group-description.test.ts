import { tagGroupDescription } from '../../../../policies/tags/tag-group-description';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (values: Readonly<Record<string, unknown>>) =>
  verdictOf(judgedStack(tagGroupDescription, new SmallCloud().group('web', values).stack()));
const SAID = ['warn openstack_networking_secgroup_v2.web · the group has no description'];

test.each([
  ['a description', { description: 'web servers' }, ['pass']],
  ['one letter', { description: 'x' }, ['pass']],
  ['a blank', { description: ' ' }, SAID],
  ['nothing', {}, SAID],
])('%s', (_, values, expected) => {
  expect(of(values)).toEqual(expected);
});
