import type { PriceBook } from '../../model/environment/prices-schema';
import { byKey } from '../../model/stable-hash';
import { type Cents, monthlyPrice } from './price';
import type { OwnedUsage } from './usage-of';

export interface QuoteTerms {
  /** Years for which is bought; 0 from month to month. */
  readonly years: number;
  /** 下浮率, 0 to 1. */
  readonly discount: number;
  /** Tax on top, 0 to 1. */
  readonly tax: number;
}

export interface QuoteLine extends OwnedUsage {
  readonly category: string;
  readonly unit: string;
  /** List price of a month, and what is left of it by term and discount. */
  readonly list: Cents;
  readonly amount: Cents;
}

/** What a cloud costs in a month. Every sum is that of its lines. */
export interface Quote {
  readonly currency: string;
  readonly source: string;
  readonly terms: QuoteTerms;
  readonly lines: readonly QuoteLine[];
  readonly byTenant: Readonly<Record<string, Cents>>;
  readonly byPlane: Readonly<Record<string, Cents>>;
  readonly byCategory: Readonly<Record<string, Cents>>;
  readonly list: Cents;
  /** Without tax. */
  readonly net: Cents;
  readonly tax: Cents;
  readonly total: Cents;
  /** What the book has no price for: not in any sum. */
  readonly unpriced: readonly OwnedUsage[];
}

export function quoteOf(usages: readonly OwnedUsage[], book: PriceBook, terms: QuoteTerms): Quote {
  const unpriced: OwnedUsage[] = [];
  const lines = usages.flatMap((usage): QuoteLine[] => {
    const service = book.services[usage.service];
    const list = service && monthlyPrice(service, usage);
    const term = service && monthlyPrice(service, usage, { years: terms.years, factors: book.years });
    if (!service || list === undefined || term === undefined) {
      unpriced.push(usage);
      return [];
    }
    const amount = Math.round(term * (1 - terms.discount));
    return [{ ...usage, category: service.category, unit: service.unit, list: Math.round(list), amount }];
  });
  const net = lines.reduce((sum, { amount }) => sum + amount, 0);
  const tax = Math.round(net * terms.tax);
  return {
    currency: book.currency,
    source: book.source,
    terms,
    lines,
    byTenant: sums(lines, ({ tenant }) => tenant),
    byPlane: sums(lines, ({ plane }) => plane),
    byCategory: sums(lines, ({ category }) => category),
    list: lines.reduce((sum, line) => sum + line.list, 0),
    net,
    tax,
    total: net + tax,
    unpriced,
  };
}

function sums(lines: readonly QuoteLine[], of: (line: QuoteLine) => string): Record<string, Cents> {
  const found = new Map<string, Cents>();
  for (const line of lines) found.set(of(line), (found.get(of(line)) ?? 0) + line.amount);
  return Object.fromEntries([...found].sort(([a], [b]) => byKey(a, b)));
}

/** `1,234.50`, the same in every locale. */
export function money(amount: Cents): string {
  const [whole = '0', part = '00'] = (Math.abs(amount) / 100).toFixed(2).split('.');
  return `${amount < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part}`;
}
