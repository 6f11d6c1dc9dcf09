import { cldLevel } from '../../../../policies/mlps/cld-level';
import { assuredDesign } from '../../../support/policies/assured-cloud';
import { judged, verdictOf } from '../../../support/policies/judged';

const design = assuredDesign({ tenants: { health: undefined } });
const [first] = design.pools;

test('a system of level 3 on a platform of level 3', () => {
  expect(verdictOf(judged(cldLevel, { design }))).toEqual(['pass']);
});

test('a platform of level 4 holds it too', () => {
  expect(verdictOf(judged(cldLevel, { design: { ...design, mlps: 4 } }))).toEqual(['pass']);
});

test('a cloud of level 2 does not', () => {
  const tiers = ['app', 'db', 'web'].map((tier) => `fail tier finance/budget/${tier}`);
  expect(verdictOf(judged(cldLevel, { design: { ...design, mlps: 2 } }))).toEqual(
    tiers.map((tier) => `${tier} · a tier of level 3 stands on the cloud of level 2`),
  );
});

test('nor does a pool of level 2', () => {
  const pools = design.pools.map((pool) => (pool === first ? { ...pool, mlps: 2 } : pool));
  expect(verdictOf(judged(cldLevel, { design: { ...design, pools } }))).toEqual([
    'fail tier finance/budget/app · a tier of level 3 stands on pool extranet-arm of level 2',
    'fail tier finance/budget/db · a tier of level 3 stands on pool extranet-arm of level 2',
  ]);
});
