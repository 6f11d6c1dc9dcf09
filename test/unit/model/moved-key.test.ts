import { leftNames, MovedKeys } from '../../../model/moved-key';

const on = '2026-11-25';
const planes = ['extranet', 'internet'];
const moved = [
  { from: 'tenants/finance', to: 'tenants/treasury', on },
  { from: 'tenants/treasury/budget', to: 'tenants/treasury/plan', on },
  { from: 'tenants/treasury/plan/db', to: 'tenants/treasury/plan/store', on },
  { from: 'pools/arm', to: 'pools/kunpeng', on },
];
const keys = new MovedKeys(moved, planes);

describe('former names', () => {
  test.each([
    ['treasury', ['finance']],
    ['treasury_plan_app_1', ['finance_budget_app_1', 'treasury_budget_app_1']],
    ['treasury_plan_store__2', ['finance_budget_db__2', 'treasury_budget_db__2', 'treasury_plan_db__2']],
    ['treasury-extranet_baseline', ['finance-extranet_baseline']],
    ['treasury-office_web', []],
    ['health_plan_store', []],
    ['treasury_dept-entry_v4', ['finance_dept-entry_v4']],
  ])('of %s in a department are %j', (name, former) => {
    expect(keys.formerNames(name, '_', { tenants: 0 })).toEqual(former);
  });

  test('of a flavor that a project may use follow both its project and its pool', () => {
    expect(keys.formerNames('treasury-extranet_kunpeng_c4m8', '_', { tenants: 0, pools: 1 })).toEqual([
      'finance-extranet_arm_c4m8',
      'treasury-extranet_arm_c4m8',
    ]);
  });

  test('are none for a kind that does not occur in the name', () => {
    expect(keys.formerNames('treasury', '_', { pools: 0 })).toEqual([]);
    expect(keys.formerNames('kunpeng_az1', '_', {})).toEqual([]);
  });

  test('name each name once, where a thing got its old name back', () => {
    const back = new MovedKeys([...moved, { from: 'tenants/treasury', to: 'tenants/finance', on }], planes);
    expect(back.formerNames('finance', '_', { tenants: 0 })).toEqual(['treasury']);
    expect(back.original('finance', '/', { tenants: 0 })).toBe('finance');
    expect(keys.original('treasury/plan/store', '/', { tenants: 0 })).toBe('finance/budget/db');
  });
});

describe('names that were left', () => {
  test('are in the words of today', () => {
    expect(leftNames(moved).map(({ left, now }) => `${left} → ${now}`)).toEqual([
      'tenants/finance → tenants/treasury',
      'tenants/treasury/budget → tenants/treasury/plan',
      'tenants/treasury/plan/db → tenants/treasury/plan/store',
      'pools/arm → pools/kunpeng',
    ]);
    const again = [...moved, { from: 'tenants/treasury', to: 'tenants/fiscal', on }];
    expect(leftNames(again)[1]).toMatchObject({ left: 'tenants/fiscal/budget', now: 'tenants/fiscal/plan' });
  });

  test('are none of a thing that got its old name back', () => {
    const back = [moved[0] as (typeof moved)[number], { from: 'tenants/treasury', to: 'tenants/finance', on }];
    expect(leftNames(back).map(({ left }) => left)).toEqual(['tenants/treasury']);
  });
});
