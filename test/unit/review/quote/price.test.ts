import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type PriceBook, pricesSchema } from '../../../../model/environment/prices-schema';
import { monthlyPrice } from '../../../../review/quote/price';
import { money, quoteOf } from '../../../../review/quote/quote';
import { ROOT } from '../../../support/repository-files';

const book = pricesSchema.parse(parse(readFileSync(join(ROOT, 'environments/catalogue/prices.yaml'), 'utf8')));

function price(service: string, quantity: number, fields: Record<string, string> = {}): number | undefined {
  return monthlyPrice(book.services[service] as PriceBook['services'][string], { service, quantity, fields });
}

describe('the price book that comes along', () => {
  test('a server of 4 processors and 16 GiB costs 456 a month, as its source says', () => {
    const fields = { arch: 'x86_64' };
    expect((price('vcpu', 4, fields) ?? 0) + (price('memory', 16, fields) ?? 0)).toBe(45_600);
  });

  test('100 Mb/s cost 3,520: the first five at one price, the rest at another', () => {
    expect([price('internet-bandwidth', 5), price('internet-bandwidth', 100)]).toEqual([10_000, 352_000]);
  });

  test.each([
    [1, 1020],
    [10, 1020],
    [11, 1280],
    [1000, 14_170],
    [1001, 14_170 + 1020],
    [2050, 2 * 14_170 + 2600],
  ])('a bastion for %d servers is the smallest that suffices, or several', (assets, cost) => {
    expect(price('bastion', assets)).toBe(cost * 100);
  });

  test('a processor that it does not know has no price, and is in no sum', () => {
    const usage = { service: 'vcpu', quantity: 4, fields: { arch: 'loongarch64' }, tenant: 'a', plane: 'extranet' };
    const quote = quoteOf([usage], book, { years: 0, discount: 0, tax: 0 });
    expect({ total: quote.total, unpriced: quote.unpriced }).toEqual({ total: 0, unpriced: [usage] });
  });
});

describe('a book that is wrong', () => {
  const wrong = (change: object) =>
    pricesSchema.safeParse({ ...parse('{ source: s, validFrom: 2026-01-01 }'), ...change });
  test('a negative price is refused', () => {
    const service = { name: 'n', category: 'compute', unit: 'u', mappings: [{ cost: -1 }] };
    expect(wrong({ services: { vcpu: service } }).success).toBe(false);
    expect(wrong({ services: { vcpu: { ...service, mappings: [{ cost: 0 }] } } }).success).toBe(true);
  });
});

describe('groups, as CloudKitty has them', () => {
  const service = {
    name: 'n',
    category: 'compute' as const,
    unit: 'u',
    tiers: [],
    steps: [],
    mappings: [
      { type: 'flat' as const, cost: 2, group: 'size' },
      { type: 'flat' as const, field: 'media', value: 'ssd', cost: 5, group: 'size' },
      { type: 'flat' as const, cost: 1, group: 'extra' },
      { type: 'rate' as const, cost: 0.5, group: 'extra' },
    ],
    thresholds: [
      { level: 10, type: 'rate' as const, cost: 0.8, group: 'size' },
      { level: 100, type: 'rate' as const, cost: 0.6, group: 'size' },
    ],
  };
  test.each([
    [1, {}, 150],
    [1, { media: 'ssd' }, 300],
    [10, {}, 1200],
    [100, {}, 9000],
  ])('%d with %j: the dearest of a group, groups added, factors multiplied', (quantity, fields, cents) => {
    expect(monthlyPrice(service, { service: 's', quantity, fields })).toBeCloseTo(cents, 6);
  });
});

test('sums by department, plane and category are each the whole', () => {
  const line = (tenant: string, plane: string, service: string, quantity: number, fields = {}) => ({
    tenant,
    plane,
    service,
    quantity,
    fields,
  });
  const usages = [
    line('a', 'extranet', 'vcpu', 7, { arch: 'aarch64' }),
    line('a', 'internet', 'volume', 333, { media: 'sas' }),
    line('b', 'internet', 'load-balancer', 3),
  ];
  const quote = quoteOf(usages, book, { years: 3, discount: 0.123, tax: 0.06 });
  const whole = (part: Readonly<Record<string, number>>) => Object.values(part).reduce((sum, one) => sum + one, 0);
  expect([quote.byTenant, quote.byPlane, quote.byCategory].map(whole)).toEqual([quote.net, quote.net, quote.net]);
  expect(quote.total).toBe(quote.net + quote.tax);
  expect(quote.lines.map(({ list }) => list)).toEqual([36_400, 13_320, 108_000]);
  // 7 × 52 × 0.85, 333 × 0.4 × 0.5 and 3 × 360 × 0.5, each less 12.3 %.
  expect(quote.lines.map(({ amount }) => amount)).toEqual([27_134, 5841, 47_358]);
  expect(money(-123_456_789)).toBe('-1,234,567.89');
});
