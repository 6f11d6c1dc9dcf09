import { expEgress } from '../../../../policies/exposure/exp-egress';
import { readStacks } from '../../../../proof/reading/read-stacks';
import { assuredDesign } from '../../../support/policies/assured-cloud';
import { judged, judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (...rules: string[]) =>
  judgedStack(
    expEgress,
    new SmallCloud()
      .group('web')
      .rules('web', ...rules)
      .stack(),
  );

test.each([
  ['everything', ['egress any']],
  ['everybody at one port', ['egress tcp 443 0.0.0.0/0']],
  ['two halves', ['egress tcp 443 0.0.0.0/1', 'egress tcp 443 128.0.0.0/1']],
  ['IPv6', ['egress any - ::/0']],
])('%s', (_, rules) => {
  expect(of(...rules).status).toBe('fail');
});

test.each([
  ['one half', ['egress tcp 443 0.0.0.0/1']],
  ['a private block', ['egress any - 10.0.0.0/8']],
  ['whoever asks', ['ingress any']],
])('%s', (_, rules) => {
  expect(verdictOf(of(...rules))).toEqual(['pass']);
});

test('the group that Neutron leaves its own rules in', () => {
  const cloud = new SmallCloud().add('networking_secgroup', 'web', { name: 'web' });
  expect(judgedStack(expEgress, cloud.stack()).status).toBe('fail');
});

test('the proxy speaks to everybody so that nobody else has to', () => {
  const design = assuredDesign();
  const [relay] = design.planes.flatMap((plane) => plane.relays.filter((one) => one.key === 'proxy'));
  const name = relay?.legs[0]?.groups[0]?.name;
  const cloud = new SmallCloud().group('proxy', { name }).rule('proxy', 'egress tcp 443 0.0.0.0/0');
  const table = readStacks([cloud.group('web').stack()]);
  expect(verdictOf(judged(expEgress, { design, table }))).toEqual(['pass']);
});
