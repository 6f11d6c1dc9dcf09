import { rolloutPage } from '../../../../cli/rollout/rollout-page';
import { statusNames } from '../../../../cli/rollout/rollout-words';
import type { RolloutEvent } from '../../../../rollout/rollout-event';
import { type RolloutReport, reportOf } from '../../../../rollout/rollout-report';
import { foldEvents } from '../../../../rollout/rollout-state';
import { counties, done, started } from '../../../support/rollout-example';

const members = counties(5);
const ids = members.map(({ id }) => id);
const [first = '', second = '', third = ''] = ids;
const HOSTILE = `<script>alert('1')</script>"&amp;`;

function report(more: readonly RolloutEvent[] = []): RolloutReport {
  return reportOf(foldEvents([...started(members, { selection: HOSTILE }), ...done(first), ...more]));
}

/** The tables of a page as text, read by its tags alone. */
function tablesOf(html: string): readonly (readonly (readonly string[])[])[] {
  return [...html.matchAll(/<table>(.*?)<\/table>/gs)].map(([, table = '']) =>
    [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[dh]>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => plain(cell)),
    ),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

function plain(cell: string): string {
  return cell.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name] as string);
}

describe.each(['en', 'zh'] as const)('the page of a rollout in %s', (language) => {
  const full = report([
    { at: 4, type: 'approved', by: HOSTILE, through: 1 },
    { at: 5, type: 'applying', id: second },
    { at: 6, type: 'failed', id: second, failure: { class: 'refused', codes: [HOSTILE, 'QUOTA'] } },
    { at: 7, type: 'excluded', id: third, by: 'wang' },
  ]);
  const html = rolloutPage(full, language);

  test('says of every environment what the report says, and nothing more', () => {
    const [, [, ...rows] = []] = tablesOf(html);
    expect(rows).toEqual(
      full.members.map(({ id, wave, status, plan, changes, applies, seconds, failure }) => [
        wave === 0 ? { en: 'canary', zh: '金丝雀' }[language] : `${wave}`,
        id,
        statusNames[status][language],
        plan ?? '-',
        `${changes}`,
        `${applies}`,
        seconds?.toFixed(1) ?? '-',
        failure === undefined ? '' : `${failure.class}: ${failure.codes.join(', ')}`,
      ]),
    );
    expect(new Set(rows.map((row) => row[2])).size).toBe(4);
  });

  test('shows what people named as text, never as a part of the page', () => {
    const [facts = []] = tablesOf(html);
    expect(facts.map(([, value]) => value)).toContain(HOSTILE);
    expect(html.match(/<li>.*?<\/li>/s)?.[0]).toContain('&lt;script&gt;');
    expect(html.match(/<script>/g)).toHaveLength(1);
  });
});

test('a rollout that nobody approved says so', () => {
  expect(rolloutPage(report(), 'en')).toContain('<p>nobody approved</p>');
  expect(rolloutPage(report(), 'zh')).toContain('<p>无人批准</p>');
});
