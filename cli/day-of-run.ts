import { ProblemsError } from '../model/problem';
import { dayOn, daysBetween } from '../policies/waivers/day';
import type { Given } from './command-spec';
import { USAGE_ARGUMENT } from './usage-problems';

/** The day of a run: the one that was asked for, else today where the machine stands. */
export function dayOfRun(asked: string | undefined): string {
  return asked ?? dayOn(new Date());
}

/** The day that `--as-of` gives a command. Throws ProblemsError where the calendar has no such day. */
export function dayGiven(given: Given, command: string): string {
  const day = dayOfRun(given.value('asOf'));
  if (daysBetween(day, day) !== undefined) return day;
  const what = { en: `${day} is no day, YYYY-MM-DD`, zh: `${day} 不是日期 YYYY-MM-DD` };
  throw new ProblemsError([USAGE_ARGUMENT.at(`${command} --as-of`, { what, command })]);
}
