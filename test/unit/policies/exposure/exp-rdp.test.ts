import { expRdp } from '../../../../policies/exposure/exp-rdp';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (rule: string) => judgedStack(expRdp, new SmallCloud().group('web').rule('web', rule).stack());

test.each(['ingress tcp 3389 0.0.0.0/0', 'ingress udp 3389', 'ingress tcp 3000-4000 ::/0'])('%s', (rule) => {
  expect(of(rule).status).toBe('fail');
});

test.each(['ingress tcp 3389 192.168.0.0/16', 'ingress tcp 3388 0.0.0.0/0', 'egress tcp 3389'])('%s', (rule) => {
  expect(verdictOf(of(rule))).toEqual(['pass']);
});
