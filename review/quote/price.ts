import type { PricedService } from '../../model/environment/prices-schema';

/** What is used of one service, with the fields by which its price differs. */
export interface Usage {
  readonly service: string;
  readonly quantity: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** Hundredths of the currency, so that sums are exact. */
export type Cents = number;

export interface Term {
  /** Years for which is bought; 0 from month to month. */
  readonly years: number;
  /** Factors of the book, where the service has none of its own. */
  readonly factors: Readonly<Record<string, number>>;
}

/** The list price: from month to month. */
export const MONTHLY: Term = { years: 0, factors: {} };

/** Price of a month, in cents and not rounded; undefined where the book has no price for it. */
export function monthlyPrice(
  service: PricedService,
  { quantity, fields }: Usage,
  term: Term = MONTHLY,
): Cents | undefined {
  if (quantity === 0) return 0;
  const factor = (own?: Readonly<Record<string, number>>) =>
    term.years === 0 ? 1 : ((own ?? service.years ?? term.factors)[`${term.years}`] ?? 1);
  const { steps, tiers } = service;
  if (steps.length > 0)
    return (
      factor() *
      100 *
      packages(
        [...steps].sort((a, b) => a.upTo - b.upTo),
        quantity,
      )
    );
  if (tiers.length > 0)
    return (
      factor() *
      100 *
      marginal(
        [...tiers].sort((a, b) => a.above - b.above),
        quantity,
      )
    );
  const unit = unitPrice(service, quantity, fields, factor);
  return unit === undefined ? undefined : unit * quantity * 100;
}

/** As CloudKitty rates: of a group the dearest price and factor; prices of groups add up, their factors multiply. */
function unitPrice(
  { mappings, thresholds }: PricedService,
  quantity: number,
  fields: Usage['fields'],
  factor: (own?: Readonly<Record<string, number>>) => number,
): number | undefined {
  const flats = new Map<string, number>();
  const rates = new Map<string, number>();
  const note = (type: 'flat' | 'rate', group: string | undefined, cost: number) => {
    const known = type === 'flat' ? flats : rates;
    known.set(group ?? '', Math.max(known.get(group ?? '') ?? 0, cost));
  };
  for (const { field, value, type, cost, years, group } of mappings)
    if (field === undefined || fields[field] === value)
      note(type, group, type === 'flat' ? cost * factor(years) : cost);
  const reached = new Map<string, PricedService['thresholds'][number]>();
  for (const one of thresholds) {
    const key = `${one.group ?? ''} ${one.type}`;
    if (one.level <= quantity && one.level >= (reached.get(key)?.level ?? 0)) reached.set(key, one);
  }
  for (const { type, cost, group } of reached.values()) note(type, group, type === 'flat' ? cost * factor() : cost);
  if (flats.size === 0) return undefined;
  const sum = [...flats.values()].reduce((total, one) => total + one, 0);
  return [...rates.values()].reduce((total, one) => total * one, sum);
}

/** The smallest package that suffices; for more than the largest holds, several of it and one for the rest. */
function packages(steps: PricedService['steps'], quantity: number): number {
  const largest = steps.at(-1) as PricedService['steps'][number];
  const whole = Math.max(0, Math.ceil(quantity / largest.upTo) - 1);
  const rest = quantity - whole * largest.upTo;
  const fitting = steps.find(({ upTo }) => rest <= upTo) ?? largest;
  return whole * largest.cost + fitting.cost;
}

/** Each unit at the price of the tier that it lies in. */
function marginal(tiers: PricedService['tiers'], quantity: number): number {
  return tiers.reduce((sum, { above, cost }, index) => {
    const end = Math.min(quantity, tiers[index + 1]?.above ?? quantity);
    return sum + Math.max(0, end - above) * cost;
  }, 0);
}
