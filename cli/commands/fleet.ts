import { surveyEnvironments } from '../../environments/environment-list';
import { distinct } from '../../model/distinct-problems';
import { checkFleet } from '../../model/fleet-check';
import type { Problem } from '../../model/problem';
import { FLEET_INTERRUPTED } from '../../model/problems/fleet-problems';
import { answer, answerJson, type Context, show } from '../context';
import { ExitCode, exitCodeOf } from '../exit-code';
import { memberOf } from '../fleet/fleet-member';
import { runFleet } from '../fleet/fleet-pool';
import { FleetRecord } from '../fleet/fleet-record';
import type { FleetOperation, FleetResult, FleetTask } from '../fleet/fleet-result';
import { resultLines, summary, totals } from '../fleet/fleet-words';
import { select } from '../fleet/selection';
import { changedSince } from '../fleet/since';
import { sayProblems } from '../say-problems';

export interface FleetInputs {
  readonly operation: FleetOperation;
  /** `level=county,province=guangxi`. @default every environment */
  readonly selection?: string | undefined;
  /** Only environments whose files differ from this revision's. */
  readonly since?: string | undefined;
  readonly jobs: number;
  /** Whether results of earlier runs are left aside. */
  readonly again: boolean;
  readonly asOf: string;
}

/**
 * Does the same with many environments, some at a time. A failure in one never hides or stops another; stopped, the
 * same command goes on with what is left. Ends with the gravest of the results.
 */
export async function fleet(inputs: FleetInputs, context: Context): Promise<ExitCode> {
  const begin = context.now();
  const { operation } = inputs;
  const { ids, problems: strange } = surveyEnvironments(context.environments);
  const selected = select(ids, inputs.selection, context.environments);
  const wanted = inputs.since === undefined ? selected : await changedSince(inputs.since, selected, context);
  const tasks = wanted.map((id) => taskOf(id, inputs, context));
  const record = FleetRecord.of({ operation, folder: context.folder }, inputs.again);
  const results: FleetResult[] = tasks.flatMap((task) => record.result(task) ?? []);
  const known = results.length;
  const done = new Set(results.map(({ id }) => id));
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const left = await runFleet({
    tasks: tasks.filter(({ id }) => !done.has(id)),
    jobs: inputs.jobs,
    signal: context.signal,
    onResult: (result) => {
      results.push(result);
      record.add(byId.get(result.id) as FleetTask, result);
      const count = `${results.length}/${tasks.length}`;
      show(context, { en: `${operation} ${count}, last ${result.id}`, zh: `${operation} ${count}，最近 ${result.id}` });
    },
  });
  results.sort((a, b) => (a.id < b.id ? -1 : 1));
  const between =
    operation === 'validate' ? checkFleet(results.flatMap(({ row }) => (row ? [memberOf(row)] : []))) : [];
  const seconds = (context.now() - begin) / 1000;
  if (left.length === 0) record.end(operation);
  const stopped = left.length === 0 ? [] : [interrupted(results.length, left.length, operation)];
  const problems = distinct([...stopped, ...strange, ...results.flatMap((one) => one.problems), ...between]);
  if (context.json) {
    const plain = results.map(({ row: _, ...one }) => one);
    answerJson(context, {
      operation,
      results: plain,
      totals: totals(results),
      known,
      left: left.map(({ id }) => id),
      problems,
    });
  } else {
    sayProblems(problems, context);
    for (const line of resultLines(results, context.language)) context.output.data(line);
    answer(context, summary({ operation, results, known, left: left.length, seconds }));
  }
  return left.length > 0 ? ExitCode.interrupted : endOf(results, problems);
}

function taskOf(id: string, { operation, asOf }: FleetInputs, { environments, folder }: Context): FleetTask {
  return { operation, id, environments, folder, asOf };
}

function interrupted(done: number, left: number, operation: FleetOperation): Problem {
  return FLEET_INTERRUPTED.at(`egov fleet ${operation}`, { done, left });
}

function endOf(results: readonly FleetResult[], problems: readonly Problem[]): ExitCode {
  if (results.some(({ verdict }) => verdict === 'broken')) return ExitCode.internal;
  if (results.some(({ verdict }) => verdict === 'violated')) return ExitCode.violated;
  return problems.length > 0 ? exitCodeOf(problems) : ExitCode.ok;
}
