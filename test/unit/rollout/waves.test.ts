import { planWaves, shareFate } from '../../../rollout/waves';
import { county } from '../../support/rollout-example';

const hebei = {
  id: 'hebei',
  adcode: '130000',
  sites: [
    { region: 'hebei-sjz', adcode: '130100' },
    { region: 'hebei-lf', adcode: '131000' },
  ],
};
const langfang = { id: 'langfang', adcode: '131000', sites: [{ region: 'langfang', adcode: '131000' }] };
const liaoning = { id: 'liaoning', adcode: '210000', sites: [{ region: 'liaoning', adcode: '210100' }] };

test('canaries go first, and the smallest divisions before the ones above them', () => {
  expect(planWaves([liaoning, county('0123'), county('0124')], { canary: 1, wave: 2 })).toEqual([
    ['c0123'],
    ['c0124', 'liaoning'],
  ]);
});

test('a province and the city where its disaster-recovery site stands are never in one wave', () => {
  expect(planWaves([hebei, langfang], { canary: 0, wave: 10 })).toEqual([[], ['langfang'], ['hebei']]);
});

test('two environments on one region of OpenStack are never in one wave', () => {
  expect(planWaves([county('0123', 'shared'), county('0124', 'shared')], { canary: 0, wave: 10 })).toEqual([
    [],
    ['c0123'],
    ['c0124'],
  ]);
});

test('more canaries than may go together become members of later waves', () => {
  expect(planWaves([county('0123', 'shared'), county('0124', 'shared')], { canary: 2, wave: 10 })).toEqual([
    ['c0123'],
    ['c0124'],
  ]);
});

test('an environment whose code is unknown shares its fate by place and region only', () => {
  const stranger = { id: 'x', adcode: '', sites: [{ region: 'x', adcode: '' }] };
  expect(shareFate(stranger, hebei)).toBe(false);
  expect(shareFate(stranger, stranger)).toBe(true);
});
