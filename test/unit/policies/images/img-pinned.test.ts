import { imgPinned } from '../../../../policies/images/img-pinned';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (values: Readonly<Record<string, unknown>>) =>
  verdictOf(judgedStack(imgPinned, new SmallCloud().add('compute_instance', 'i', values).stack()));

test.each([
  ['an id', { image_id: '5b7e' }, ['pass']],
  ['an id beside its name', { image_id: '5b7e', image_name: 'kylin' }, ['pass']],
  ['a volume', { block_device: [{ source_type: 'volume' }] }, ['pass']],
  ['a name', { image_name: 'kylin' }, ['fail openstack_compute_instance_v2.i · it boots whatever is called kylin']],
])('%s', (_, values, expected) => {
  expect(of(values)).toEqual(expected);
});
