import { type Problem, ProblemsError } from '../../model/problem';
import { ROLLOUT_SETTING } from '../../model/problems/rollout-problems';
import type { Text } from '../../model/text';
import { daysBetween } from '../../policies/waivers/day';
import type { FrozenPeriod, MaintenanceWindow, RolloutSettings } from '../../rollout/rollout-settings';
import type { Given } from '../command-spec';

const wanted: Readonly<Record<'window' | 'frozen', Text>> = {
  window: {
    en: '[ADCODE=]HH:MM-HH:MM[@ZONE], such as 650000=22:00-06:00@Asia/Urumqi',
    zh: '[行政区划代码=]HH:MM-HH:MM[@时区]，例如 650000=22:00-06:00@Asia/Urumqi',
  },
  frozen: { en: 'YYYY-MM-DD..YYYY-MM-DD, both days frozen', zh: 'YYYY-MM-DD..YYYY-MM-DD（含首尾两日）' },
};

/** Reads the options of `egov rollout plan`. Throws ProblemsError with every one that is not understood. */
export function readSettings(given: Given): RolloutSettings {
  const problems: Problem[] = [];
  const refuse = (option: string, got: string, text: Text): void =>
    void problems.push(ROLLOUT_SETTING.at(`egov rollout plan ${option}`, { got, wanted: text }));
  const count = (option: string, key: string, least: number, most: number, otherwise: number): number => {
    const got = given.value(key);
    if (got === undefined) return otherwise;
    const value = Number(got);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    refuse(option, got, range(least, most));
    return otherwise;
  };
  const each = <T>(option: 'window' | 'frozen', read: (text: string) => T | undefined): T[] =>
    given.values(option).flatMap((text) => {
      const value = read(text);
      if (value === undefined) refuse(`--${option}`, text, wanted[option]);
      return value ?? [];
    });
  const cloud = given.value('cloud');
  const settings: RolloutSettings = {
    selection: given.value('select') ?? '',
    exclude: given.values('exclude'),
    canary: count('--canary', 'canary', 0, 1000, 1),
    wave: count('--wave', 'wave', 1, 1000, 10),
    jobs: count('--jobs', 'jobs', 1, 64, 2),
    maxFailures: count('--max-failures', 'maxFailures', 1, 10_000, 1),
    ...(given.value('soak') !== undefined && { soakMinutes: count('--soak', 'soak', 0, 100_000, 0) }),
    fourEyes: !given.has('oneAlone'),
    approvalHours: count('--approval-hours', 'approvalHours', 1, 1000, 24),
    windows: each('window', windowOf),
    frozen: each('frozen', periodOf),
    ...(cloud !== undefined && { cloud }),
  };
  if (problems.length > 0) throw new ProblemsError(problems);
  return settings;
}

/** How many at a time a worker takes from one queue. Throws ProblemsError. */
export function readJobs({ value }: Given): number {
  const got = value('jobs') ?? '2';
  if (/^\d+$/.test(got) && Number(got) >= 1 && Number(got) <= 64) return Number(got);
  throw new ProblemsError([ROLLOUT_SETTING.at('egov rollout worker --jobs', { got, wanted: range(1, 64) })]);
}

function range(least: number, most: number): Text {
  return { en: `a number from ${least} to ${most}`, zh: `${least}–${most} 的整数` };
}

function windowOf(text: string): MaintenanceWindow | undefined {
  const found = /^(?:(\d{6})=)?(\d\d):(\d\d)-(\d\d):(\d\d)(?:@([\w/+-]+))?$/.exec(text);
  if (found === null) return undefined;
  const [, adcode, ...rest] = found;
  const [fromHour, fromMinute, toHour, toMinute] = rest.slice(0, 4).map(Number) as [number, number, number, number];
  const zone = rest[4] ?? 'Asia/Shanghai';
  if (fromHour > 23 || toHour > 24 || fromMinute > 59 || toMinute > 59 || !isZone(zone)) return undefined;
  const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute];
  return { ...(adcode !== undefined && { adcode }), from, to, zone };
}

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

function periodOf(text: string): FrozenPeriod | undefined {
  const [, from = '', to = ''] = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(text) ?? [];
  const days = daysBetween(from, to);
  return days === undefined || days < 0 ? undefined : { from, to };
}
