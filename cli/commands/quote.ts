import { ProblemsError } from '../../model/problem';
import type { Text } from '../../model/text';
import { type Fit, fitOf, share } from '../../review/quote/fit';
import { money, type Quote, type QuoteTerms } from '../../review/quote/quote';
import { answerJson, type Context, tell } from '../context';
import { ExitCode, exitCodeOf } from '../exit-code';
import { loadDesign } from '../load-design';
import { withBase } from '../review/base-revision';
import { quoteCloud, unpricedProblems } from '../review/quote-cloud';
import { Clouds } from '../review/read-clouds';
import { sayProblems } from '../say-problems';
import { table } from '../table';
import { USAGE_ARGUMENT } from '../usage-problems';

export interface QuoteInputs {
  readonly id: string;
  readonly terms: QuoteTerms;
  /** Revision to which the difference is told. @default none */
  readonly base?: string | undefined;
}

/** Says what a cloud costs in a month and how full it is. Ends with 3 where something has no price. */
export async function quote({ id, terms, base }: QuoteInputs, context: Context): Promise<ExitCode> {
  const loaded = loadDesign(id, context);
  const made = quoteCloud(loaded, terms);
  if (!made) throw withoutBook();
  const before = base === undefined ? undefined : await quoteOfBase(id, terms, base, context);
  const fits = fitOf(loaded.design, loaded.environment.values);
  const problems = unpricedProblems(loaded, made);
  if (context.json) answerJson(context, { environment: id, quote: made, before, fits, problems });
  else {
    for (const line of quoteLines(made, before, context)) context.output.data(line);
    for (const line of fitLines(fits, context)) context.output.data(line);
    tell(context, { en: `prices: ${made.source}`, zh: `价格来源：${made.source}` });
    sayProblems(problems, context);
  }
  return problems.length > 0 ? exitCodeOf(problems) : ExitCode.ok;
}

async function quoteOfBase(id: string, terms: QuoteTerms, base: string, context: Context): Promise<Quote | undefined> {
  return withBase(base, context, async ({ environments, workTree }) => {
    const clouds = new Clouds(environments, workTree);
    if (!clouds.ids.includes(id)) return undefined;
    const read = clouds.read(id);
    if ('problems' in read) throw new ProblemsError(read.problems);
    return quoteCloud(read, terms);
  });
}

const PARTS: readonly (readonly [part: 'byCategory' | 'byPlane' | 'byTenant', name: Text])[] = [
  ['byCategory', { en: 'category', zh: '类别' }],
  ['byPlane', { en: 'plane', zh: '平面' }],
  ['byTenant', { en: 'department', zh: '部门' }],
];

function quoteLines(made: Quote, before: Quote | undefined, context: Context): string[] {
  const { language } = context;
  const difference = (now: number, was: number | undefined) =>
    before === undefined ? [] : [now === (was ?? 0) ? '' : `${now > (was ?? 0) ? '+' : ''}${money(now - (was ?? 0))}`];
  const rows = PARTS.flatMap(([part, name]) => {
    const keys = [...new Set([...Object.keys(made[part]), ...Object.keys(before?.[part] ?? {})])].sort();
    return [
      [name[language], `${made.currency}/${language === 'zh' ? '月' : 'month'}`],
      ...keys.map((key) => [
        `  ${key}`,
        money(made[part][key] ?? 0),
        ...difference(made[part][key] ?? 0, before?.[part][key]),
      ]),
    ];
  });
  const totals: readonly (readonly [Text, keyof Quote & ('list' | 'net' | 'tax' | 'total')])[] = [
    [{ en: 'list price', zh: '目录价' }, 'list'],
    [{ en: 'after term and discount', zh: '折后' }, 'net'],
    [{ en: 'tax', zh: '税' }, 'tax'],
    [{ en: 'total', zh: '合计' }, 'total'],
  ];
  const sums = totals.map(([name, of]) => [name[language], money(made[of]), ...difference(made[of], before?.[of])]);
  return table({ rows: [...rows, ...sums], right: [1, 2] });
}

/** How many of the fullest are told; JSON has them all. */
const FULLEST = 12;

function fitLines(fits: readonly Fit[], { language }: Context): string[] {
  const rows = fits.slice(0, FULLEST).map((one) => {
    const part = share(one);
    const percent = Number.isFinite(part) ? `${Math.round(part * 100)} %` : '∞';
    return [`  ${one.subject}`, one.what[language], `${one.used} / ${one.has}`, percent, part > 1 ? '✗' : ''];
  });
  const title = { en: 'the fullest', zh: '最满' };
  return [title[language], ...table({ rows, right: [2, 3] })];
}

function withoutBook(): ProblemsError {
  const what = { en: 'there is no catalogue/prices.yaml', zh: '没有 catalogue/prices.yaml' };
  return new ProblemsError([USAGE_ARGUMENT.at('egov quote', { what, command: 'egov quote' })]);
}
