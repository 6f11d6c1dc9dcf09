import { Jurisdiction } from '../model/jurisdiction';
import type { RolloutMember } from './rollout-member';
import type { FrozenPeriod, MaintenanceWindow, RolloutSettings } from './rollout-settings';

type Times = Pick<RolloutSettings, 'windows' | 'frozen'>;

/** Zone of the frozen days: they are ordered for the whole country. */
const COUNTRY = 'Asia/Shanghai';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** What does not open in so many days never does. */
const HORIZON_DAYS = 400;

/**
 * When work on an environment may begin: `now` where it may at once; `undefined` where no window opens within 400
 * days. Times are milliseconds of the epoch.
 */
export function opensAt(times: Times, member: Pick<RolloutMember, 'adcode'>, now: number): number | undefined {
  const windows = windowsOf(times.windows, member.adcode);
  if (isOpen(windows, times.frozen, now)) return now;
  const starts = windows.length === 0 ? [{ from: 0, zone: COUNTRY }] : windows;
  // A window that is open as a frozen period ends begins there.
  const candidates = times.frozen.map(({ to }) => instantOf(dayAfter(to), 0, COUNTRY));
  for (let day = 0; day <= HORIZON_DAYS; day++)
    for (const { from, zone } of starts) candidates.push(instantOf(localOf(now + day * DAY, zone).day, from, zone));
  return candidates
    .filter((at) => at > now && at <= now + HORIZON_DAYS * DAY)
    .sort((a, b) => a - b)
    .find((at) => isOpen(windows, times.frozen, at));
}

/** Windows of the nearest division that has any; those of nobody in particular else. */
function windowsOf(windows: readonly MaintenanceWindow[], adcode: string): readonly MaintenanceWindow[] {
  const code = Jurisdiction.parse(adcode);
  const line = code === undefined ? [] : [adcode, code.parent, code.province];
  for (const division of [...line, undefined]) {
    const own = windows.filter((one) => one.adcode === division);
    if (own.length > 0) return own;
  }
  return [];
}

function isOpen(windows: readonly MaintenanceWindow[], frozen: readonly FrozenPeriod[], at: number): boolean {
  const { day } = localOf(at, COUNTRY);
  if (frozen.some(({ from, to }) => from <= day && day <= to)) return false;
  if (windows.length === 0) return true;
  return windows.some(({ from, to, zone }) => {
    const { minute } = localOf(at, zone);
    return from <= to ? from <= minute && minute < to : minute >= from || minute < to;
  });
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day and the minute of the day, as a clock on the wall there shows them. */
function localOf(at: number, timeZone: string): { readonly day: string; readonly minute: number } {
  let format = formats.get(timeZone);
  if (format === undefined) {
    const two = '2-digit';
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const [day = '', time = ''] = format.format(at).split(' ');
  const [hours = '0', minutes = '0'] = time.split(':');
  return { day, minute: Number(hours) * 60 + Number(minutes) };
}

/** The instant at which the clock there shows this; where the hour is left out in spring, the one after it. */
function instantOf(day: string, minute: number, zone: string): number {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minute * MINUTE;
  let at = wanted;
  for (let round = 0; round < 2; round++) {
    const shown = localOf(at, zone);
    at += wanted - (Date.parse(`${shown.day}T00:00:00Z`) + shown.minute * MINUTE);
  }
  return at;
}

function dayAfter(day: string): string {
  return localOf(Date.parse(`${day}T00:00:00Z`) + DAY, 'UTC').day;
}
