import { dayOn } from '../policies/waivers/day';

/** The day of a run: the one that was asked for, else today where the machine stands. */
export function dayOfRun(asked: string | undefined): string {
  return asked ?? dayOn(new Date());
}
