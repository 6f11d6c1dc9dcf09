import { planeVpn } from '../../../../policies/planes/plane-vpn';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const vpns = (...imports: string[][]) => {
  const cloud = new SmallCloud().group('g');
  for (const [i, import_targets] of imports.entries())
    cloud.add('bgpvpn', `v${i}`, { tenant_id: `t${i}`, import_targets, export_targets: [`64512:${i}`] });
  return cloud.stack();
};

test('departments that import their own routes', () => {
  expect(verdictOf(judgedStack(planeVpn, vpns(['64512:0'], ['64512:1'])))).toEqual(['pass']);
});

test('a department that imports another’s, and that over a third', () => {
  expect(judgedStack(planeVpn, vpns([], ['64512:0'])).status).toBe('fail');
  const chain = judgedStack(planeVpn, vpns([], ['64512:0'], ['64512:1']));
  expect(chain.findings.map((one) => one.about)).toContain('t0 to t2');
});

test('a target that nobody exports', () => {
  expect(verdictOf(judgedStack(planeVpn, vpns(['64512:9'], [])))).toEqual(['pass']);
});
