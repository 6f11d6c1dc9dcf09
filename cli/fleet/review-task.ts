import { isViolation } from '../../review/grave';
import type { Context } from '../context';
import type { FleetResult, ReviewTask } from './fleet-result';

/** Compares one environment. What cannot be read is a result like any other. */
export async function reviewTask({ id, base, asOf }: ReviewTask, context: Context): Promise<FleetResult> {
  // A thread that validates never sees the construct library.
  const { compareOne } = require('../review/compare-clouds') as typeof import('../review/compare-clouds');
  const { configOf } = require('../config/load-config') as typeof import('../config/load-config');
  const { Clouds } = require('../review/read-clouds') as typeof import('../review/read-clouds');
  const begin = context.now();
  const [old, now] = [new Clouds(base.environments), new Clouds(context.environments)];
  const { outcome, changes } = await compareOne(id, base.id, old, now, {
    asOf,
    plan: undefined,
    own: configOf(context).policies,
    asked: false,
  });
  return {
    id,
    verdict: outcome.state === 'unreadable' ? 'invalid' : changes.some(isViolation) ? 'violated' : 'ok',
    counts: { changes: changes.length },
    problems: outcome.problems,
    seconds: Math.round(context.now() - begin) / 1000,
    compared: { outcome, changes },
  };
}
