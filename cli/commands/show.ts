import { type Origin, originsOf } from '../../environments/origins';
import type { Design } from '../../model/design/design';
import { answerJson, type Context } from '../context';
import { describeCloud } from '../describe-cloud';
import { ExitCode } from '../exit-code';
import { loadDesign } from '../load-design';
import { table } from '../table';

export interface ShowInputs {
  readonly id: string;
  /** Every resolved value with its place, instead of what was decided. */
  readonly origin: boolean;
  /** The routes of the edge devices, instead of the summary. */
  readonly edgeRoutes: boolean;
}

/** Cells of the column of values. */
const VALUES = { 1: 40 };

/** Says what was decided about a cloud, for a person; with `--json` the whole of it. */
export async function show({ id, origin, edgeRoutes }: ShowInputs, context: Context): Promise<ExitCode> {
  const { environment, design } = loadDesign(id, context);
  if (origin) sayOrigins(originsOf(environment), context);
  else if (edgeRoutes) sayRoutes(design.edgeRoutes, context);
  else if (context.json) answerJson(context, design);
  else for (const line of describeCloud(design, context.language)) context.output.data(line);
  return ExitCode.ok;
}

function sayOrigins(origins: readonly Origin[], context: Context): void {
  if (context.json) {
    answerJson(context, origins);
    return;
  }
  const nobody = { en: 'default of the schema', zh: '模式默认值' }[context.language];
  const rows = origins.map(({ path, value, at }) => [path, value, at ?? nobody]);
  // A checksum takes more than half of a line.
  for (const line of table({ rows, widest: VALUES })) context.output.data(line);
}

function sayRoutes(routes: Design['edgeRoutes'], context: Context): void {
  if (context.json) {
    answerJson(context, routes);
    return;
  }
  const rows = routes.map(({ plane, destination, nextHop, network }) => [plane, destination, 'via', nextHop, network]);
  for (const line of table({ rows })) context.output.data(line);
}
