import { environment, problemsIn, problemsOf } from '../../../support/environment-builder';

/** One mistake in each part of the description. */
const problems = () =>
  problemsOf({
    adcode: '991300',
    planes: { internet: { physnet: 'physnet-extranet' } },
    zones: { extranet: { dept: { block: '10.99.0.0/22' }, edge: { prefix: 28 } } },
    pools: { 'internet-x86': { hosts: 1 } },
    tenants: {
      storage: { name: '仓储', systems: {} },
      finance: { systems: { budget: { tiers: { db: { entry: { host: 'db.suizhou.gov.example', tls: 'x' } } } } } },
      health: { quotas: { instances: 1 } },
    },
    flows: { bad: { from: 'finance/budget/db', to: 'health/archive/db', ports: 'tcp/1', purpose: 'x' } },
    gap: { channels: { 'budget-requests': { whitelist: [] } } },
  });

describe('an environment with many mistakes', () => {
  it('says all of them at once, in the order of their places', () => {
    expect(problems().map(({ code, at }) => `${code} ${at}`)).toEqual([
      'ADCODE_UNKNOWN adcode',
      'FLOW_FORBIDDEN flows/bad',
      'CHANNEL_UNCHECKED gap/channels/budget-requests/whitelist',
      'PLANES_SHARE planes/internet/physnet',
      'ENTRY_ZONE tenants/finance/systems/budget/tiers/db/entry',
      'POOL_HOSTS tenants/finance/systems/budget/tiers/web',
      'QUOTA_TOO_SMALL tenants/health',
      'NAME_TAKEN tenants/storage',
      'BLOCK_OUTSIDE zones/extranet/dept/block',
      'SPACE_FULL zones/extranet/edge',
    ]);
  });

  it('orders lines of a file as numbers', () => {
    const lines: Readonly<Record<string, string>> = { physnet: 'a.yaml:10:3', segments: 'a.yaml:9:12' };
    const shared = { internet: { physnet: 'physnet-extranet', segments: '100-299' } };
    const placed = {
      ...environment({ planes: shared }),
      placeOf: (path: readonly (string | number)[]) => lines[path.at(-1) ?? ''] ?? 'b.yaml:1:1',
    };
    expect(problemsIn(placed).map(({ at }) => at)).toEqual(['a.yaml:9:12', 'a.yaml:10:3']);
  });

  it('says them in Chinese too, with the same values', () => {
    for (const { message, fix } of problems()) {
      expect(message.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(fix.zh).toMatch(/[\u4e00-\u9fff]/);
      for (const value of message.en.match(/\d[\d./]*\d|physnet-\w+|[a-z]+\/[a-z]+(\/[a-z]+)?/g) ?? [])
        expect(message.zh).toContain(value);
    }
  });
});
