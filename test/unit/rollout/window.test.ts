import { opensAt } from '../../../rollout/window';

const at = (text: string) => Date.parse(text);
const shown = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString());
const night = { from: 22 * 60, to: 6 * 60, zone: 'Asia/Shanghai' };
const hebei = { adcode: '130123' };

test('without windows and frozen periods work begins at once', () => {
  const now = at('2026-03-01T00:00:00Z');
  expect(opensAt({ windows: [], frozen: [] }, hebei, now)).toBe(now);
});

test('a window past midnight is open on both sides of it', () => {
  const inside = ['2026-03-01T14:00:00Z', '2026-03-01T21:59:00Z'].map(at);
  expect(inside.map((now) => opensAt({ windows: [night], frozen: [] }, hebei, now))).toEqual(inside);
  expect(shown(opensAt({ windows: [night], frozen: [] }, hebei, at('2026-03-01T22:00:00Z')))).toBe(
    '2026-03-02T14:00:00.000Z',
  );
});

test('the window of the nearest division counts, in its own zone', () => {
  const urumqi = { adcode: '650000', from: 22 * 60, to: 23 * 60, zone: 'Asia/Urumqi' };
  const times = { windows: [night, urumqi], frozen: [] };
  expect(shown(opensAt(times, { adcode: '650102' }, at('2026-03-01T14:30:00Z')))).toBe('2026-03-01T16:00:00.000Z');
});

test('a frozen period is days of Shanghai, and work goes on as it ends', () => {
  const frozen = [{ from: '2026-03-04', to: '2026-03-11' }];
  expect(shown(opensAt({ windows: [], frozen }, hebei, at('2026-03-03T16:00:00Z')))).toBe('2026-03-11T16:00:00.000Z');
  expect(shown(opensAt({ windows: [night], frozen }, hebei, at('2026-03-05T14:00:00Z')))).toBe(
    '2026-03-11T16:00:00.000Z',
  );
});

test('an hour that spring leaves out opens the hour after it', () => {
  const windows = [{ from: 150, to: 240, zone: 'Europe/Berlin' }];
  expect(shown(opensAt({ windows, frozen: [] }, hebei, at('2026-03-28T12:00:00Z')))).toBe('2026-03-29T01:30:00.000Z');
});

test('a window of no length never opens, nor one in a period that is frozen for good', () => {
  const now = at('2026-03-01T00:00:00Z');
  expect(opensAt({ windows: [{ ...night, to: night.from }], frozen: [] }, hebei, now)).toBeUndefined();
  const frozen = [{ from: '2026-01-01', to: '2036-01-01' }];
  expect(opensAt({ windows: [], frozen }, hebei, now)).toBeUndefined();
});
