const DAY = 86_400_000;

/** Milliseconds of the start of a day in UTC; undefined where the calendar has no such day. */
function startOf(day: string): number | undefined {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(time) && dayOf(time) === day ? time : undefined;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** How many days lie between two, negative where the second is earlier; undefined where one is no day. */
export function daysBetween(from: string, to: string): number | undefined {
  const [first, last] = [startOf(from), startOf(to)];
  return first === undefined || last === undefined ? undefined : Math.round((last - first) / DAY);
}

export function daysAfter(day: string, count: number): string {
  return dayOf((startOf(day) ?? 0) + count * DAY);
}

/** The day as the calendar of this machine has it, YYYY-MM-DD. */
export function dayOn(moment: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
