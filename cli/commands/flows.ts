import { nearMiss } from '../../environments/near-miss';
import { ProblemsError } from '../../model/problem';
import { flows as flowsOf, type ReachedFlow } from '../../proof/flows';
import { answerJson, type Context } from '../context';
import { ExitCode } from '../exit-code';
import { loadCloud } from '../proof/load-world';
import { table } from '../table';
import { USAGE_NAME } from '../usage-problems';

export interface FlowsInputs {
  readonly id: string;
  /** Only from this zone or end. */
  readonly from: string | undefined;
  readonly csv: boolean;
}

/** Everything that can reach anything in a cloud, from the emitted resources; what no flow allows is marked. */
export async function flows({ id, from, csv }: FlowsInputs, context: Context): Promise<ExitCode> {
  const { world, intent, driver } = loadCloud(id, context).asked;
  const reached = flowsOf(world, intent, driver, from);
  if (from !== undefined && reached.length === 0) refuseUnknown(from, flowsOf(world, intent, driver));
  if (context.json) answerJson(context, reached);
  else if (csv) for (const line of csvLines(reached)) context.output.data(line);
  else for (const line of groupedLines(reached, context)) context.output.data(line);
  return ExitCode.ok;
}

/** Nothing from an end that exists is an answer; nothing from one that does not is a slip. */
function refuseUnknown(name: string, all: readonly ReachedFlow[]): void {
  const known = [...new Set(all.flatMap((one) => [one.fromZone, one.toZone, one.from, one.to]))].sort();
  if (known.some((one) => one === name || one.endsWith(`/${name}`))) return;
  const what = { en: 'zone or end', zh: '区域或端点' };
  throw new ProblemsError([USAGE_NAME.at('egov flows --from', { what, name, near: nearMiss(name, known), known })]);
}

function groupedLines(reached: readonly ReachedFlow[], { language }: Context): string[] {
  const groups = new Map<string, ReachedFlow[]>();
  for (const one of reached) {
    const title = `${one.fromZone} → ${one.toZone}`;
    groups.set(title, [...(groups.get(title) ?? []), one]);
  }
  const unallowed = { en: '✗ allowed by no flow', zh: '✗ 无任何流允许' }[language];
  return [...groups].flatMap(([title, members], index) => [
    ...(index === 0 ? [] : ['']),
    title,
    ...table({
      rows: members.map((one) => [
        one.from,
        '→',
        one.to,
        one.services,
        one.unallowed === undefined ? one.allowedBy.join(', ') : unallowed,
      ]),
      indent: 2,
    }),
  ]);
}

const COLUMNS = [
  'fromZone',
  'toZone',
  'from',
  'to',
  'sources',
  'destinations',
  'services',
  'allowedBy',
  'unallowed',
] as const;

/** RFC 4180, one line for each pair of ends. */
function csvLines(reached: readonly ReachedFlow[]): string[] {
  const cell = (value: ReachedFlow[(typeof COLUMNS)[number]]): string => {
    const words =
      typeof value === 'string'
        ? value
        : Array.isArray(value)
          ? value.join(' ')
          : value === undefined
            ? ''
            : JSON.stringify(value);
    return /[",\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
  };
  return [COLUMNS.join(','), ...reached.map((one) => COLUMNS.map((column) => cell(one[column])).join(','))];
}
