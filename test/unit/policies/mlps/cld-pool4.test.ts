import { cldPool4 } from '../../../../policies/mlps/cld-pool4';
import { judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

const four = { mlps: 4, pools: { 'extranet-arm': { mlps: 4 }, 'internet-x86': { mlps: 4 } } } as const;
const finance = { systems: { budget: { mlps: 4 } } } as const;

test('a pool with systems of level 4 alone', () => {
  expect(verdictOf(judgedCloud(cldPool4, { ...four, tenants: { finance, health: undefined } }))).toEqual(['pass']);
});

test('a system of level 2 beside them', () => {
  expect(verdictOf(judgedCloud(cldPool4, { ...four, tenants: { finance } }))).toEqual([
    'fail pool extranet-arm · health/archive/app of level 2 runs beside systems of level 4',
    'fail pool extranet-arm · health/archive/db of level 2 runs beside systems of level 4',
  ]);
});

test('below level 4 nobody asks', () => {
  expect(verdictOf(judgedCloud(cldPool4))).toEqual(['not-applicable']);
});
