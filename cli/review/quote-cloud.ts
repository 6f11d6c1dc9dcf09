import type { DescribedEnvironment } from '../../environments/read-environment';
import type { Design } from '../../model/design/design';
import type { Problem } from '../../model/problem';
import { PRICE_MISSING } from '../../model/problems/capacity-problems';
import { type Quote, type QuoteTerms, quoteOf } from '../../review/quote/quote';
import { usageOf } from '../../review/quote/usage-of';

export interface QuotedCloud {
  readonly environment: DescribedEnvironment;
  readonly design: Design;
}

/** What a cloud costs; undefined where the environments have no price book. */
export function quoteCloud({ environment, design }: QuotedCloud, terms: QuoteTerms): Quote | undefined {
  const { prices } = environment.values;
  return prices && quoteOf(usageOf(design, environment.values), prices, terms);
}

/** What the price book says nothing about: it is in no sum. */
export function unpricedProblems({ environment }: QuotedCloud, { unpriced, source }: Quote): Problem[] {
  const found = new Map(
    unpriced.map(({ service, fields }) => {
      const words = Object.entries(fields)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ');
      const place = environment.placeOf(['prices', 'services', service]);
      return [`${service} ${words}`, PRICE_MISSING.at(place, { service, fields: words, source })] as const;
    }),
  );
  return [...found.values()];
}
