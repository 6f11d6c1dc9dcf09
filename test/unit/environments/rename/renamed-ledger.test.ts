import { type KeyPath, parseKeyPath } from '../../../../environments/rename/key-path';
import { renamedLedger } from '../../../../environments/rename/renamed-ledger';

const ledger = {
  blocks: {
    'address extranet/edge finance-extranet 4': '10.0.0.1/32',
    'address finance/dept-entry finance/budget/app 4': '10.0.0.2/32',
    'floating extranet/finance/budget/app 4': '59.0.0.1/32',
    'network finance/budget/app 6': '2001:db8::/64',
    'network local-finance/budget/app 4': '10.1.0.0/28',
    'zone extranet/dept 4': '10.2.0.0/20',
  },
  segments: { 'finance/budget/app': 1000, 'finance/dept-entry': 1001, 'health/a/b': 1002 },
};
const renamed = (path: string, to: string) =>
  renamedLedger(ledger, parseKeyPath(path) as KeyPath, to, ['extranet', 'internet']);

test('every owner of a department has its new name, and what it had', () => {
  expect(renamed('tenants/finance', 'treasury')).toEqual({
    blocks: {
      'address extranet/edge treasury-extranet 4': '10.0.0.1/32',
      'address treasury/dept-entry treasury/budget/app 4': '10.0.0.2/32',
      'floating extranet/treasury/budget/app 4': '59.0.0.1/32',
      'network local-finance/budget/app 4': '10.1.0.0/28',
      'network treasury/budget/app 6': '2001:db8::/64',
      'zone extranet/dept 4': '10.2.0.0/20',
    },
    segments: { 'health/a/b': 1002, 'treasury/budget/app': 1000, 'treasury/dept-entry': 1001 },
  });
});

test('a tier leaves the others of its department alone', () => {
  const { blocks, segments } = renamed('tenants/finance/budget/app', 'web');
  expect(Object.keys(blocks)).toContain('floating extranet/finance/budget/web 4');
  expect(Object.keys(segments)).toEqual(['finance/budget/web', 'finance/dept-entry', 'health/a/b']);
});

test('a pool owns no address', () => {
  expect(renamed('pools/finance', 'x')).toBe(ledger);
});
