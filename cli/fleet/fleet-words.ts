import { counted } from '../../model/counted';
import type { Language, Text } from '../../model/text';
import { table } from '../table';
import type { FleetOperation, FleetResult } from './fleet-result';

const VERDICTS: Readonly<Record<FleetResult['verdict'], Text>> = {
  ok: { en: 'ok', zh: '通过' },
  invalid: { en: 'invalid', zh: '无效' },
  violated: { en: 'violated', zh: '违反' },
  failed: { en: 'failed', zh: '失败' },
  broken: { en: 'broken', zh: '异常' },
};

/** One line for each environment that is not well; the rest is counted in the summary. */
export function resultLines(results: readonly FleetResult[], language: Language): readonly string[] {
  const ill = results.filter(({ verdict }) => verdict !== 'ok');
  return table({
    rows: ill.map(({ id, verdict, counts, problems }) => [
      id,
      VERDICTS[verdict][language],
      detail(counts, problems.length, language),
    ]),
  });
}

function detail(counts: FleetResult['counts'], problems: number, language: Language): string {
  const words = Object.entries(counts).filter(([, count]) => count > 0);
  if (problems > 0) return language === 'zh' ? `${problems} 个问题` : counted(problems, 'problem');
  return words.map(([name, count]) => `${count} ${name}`).join(', ');
}

export interface FleetSummary {
  readonly operation: FleetOperation;
  readonly results: readonly FleetResult[];
  /** How many results are of an earlier run. */
  readonly known: number;
  readonly left: number;
  readonly seconds: number;
}

/** `90 environments: 88 ok, 1 invalid, 1 violated; 38,790 resources in 360 stacks; 42.1 s`. */
export function summary({ results, known, left, seconds }: FleetSummary): Text {
  const verdicts = (Object.keys(VERDICTS) as FleetResult['verdict'][])
    .map((verdict) => ({ verdict, count: results.filter((one) => one.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
  const said = (language: Language) =>
    verdicts.map(({ verdict, count }) => `${count} ${VERDICTS[verdict][language]}`).join(', ');
  const sums = Object.entries(totals(results)).map(([name, count]) => `${count} ${name}`);
  const parts = (...words: readonly string[]) => words.filter((word) => word !== '').join('; ');
  return {
    en: `${counted(results.length, 'environment')}: ${parts(
      said('en'),
      sums.join(', '),
      known > 0 ? `${known} known from before` : '',
      left > 0 ? `${left} left` : '',
      `${seconds.toFixed(1)} s`,
    )}`,
    zh: `${results.length} 个环境：${parts(
      said('zh'),
      sums.join(', '),
      known > 0 ? `${known} 个沿用先前结果` : '',
      left > 0 ? `剩余 ${left} 个` : '',
      `用时 ${seconds.toFixed(1)} 秒`,
    )}`,
  };
}

/** Counts of all environments together. */
export function totals(results: readonly FleetResult[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { counts } of results)
    for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}
