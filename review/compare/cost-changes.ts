import { byKey } from '../../model/stable-hash';
import type { Change } from '../change';
import { money, type Quote } from '../quote/quote';

/** What a month costs more or less, in all and by department; at the prices of each revision's own book. */
export function costChanges(environment: string, before: Quote | undefined, after: Quote | undefined): Change[] {
  const [old, now] = [before?.byTenant ?? {}, after?.byTenant ?? {}];
  const tenants = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort(byKey);
  const currency = (after ?? before)?.currency ?? '';
  const change = (subject: string, rank: number, was: number | undefined, is: number | undefined): Change[] =>
    (was ?? 0) === (is ?? 0)
      ? []
      : [
          {
            environment,
            lane: 5,
            rank,
            kind: 'cost',
            subject,
            what: {
              en: `${money((is ?? 0) - (was ?? 0))} ${currency} a month at list price`,
              zh: `每月目录价 ${money((is ?? 0) - (was ?? 0))} ${currency}`,
            },
            ...(was !== undefined && { before: money(was) }),
            ...(is !== undefined && { after: money(is) }),
            resources: [],
          },
        ];
  return [
    ...change('all departments', 0, before?.net, after?.net),
    ...tenants.flatMap((tenant) => change(tenant, 2, old[tenant], now[tenant])),
  ];
}
