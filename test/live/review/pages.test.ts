import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { listEnvironments } from '../../../environments/environment-list';
import { readEnvironment } from '../../../environments/read-environment';
import { designEnvironment } from '../../../model/design/design-environment';
import { type Diagram, diagramOf } from '../../../review/diagram/diagram';
import { diagramPage } from '../../../review/page/diagram-page';
import { reviewPage } from '../../../review/page/review-page';
import { describeInBrowser } from '../../support/browser';
import { reviewOf } from '../../support/random-review';
import { ROOT } from '../../support/repository-files';

const ENVIRONMENTS = join(ROOT, 'environments');
const scratch = mkdtempSync(join(tmpdir(), 'egov-pages-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const drawn = (id: string): Diagram => diagramOf(designEnvironment(readEnvironment(ENVIRONMENTS, id)));

const HOSTILE = [
  '<script>window.hit=1</script>',
  '"><img src=x onerror="window.hit=1">',
  '</style></title></svg><script>window.hit=1</script>',
  '\u202egnp.exe',
  '非常长的部门名称非常长的部门名称非常长的部门名称',
  'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
];

function hostileDiagram(): Diagram {
  const [from = '', to = ''] = HOSTILE;
  return {
    environment: from,
    name: to,
    outside: [],
    planes: [
      {
        key: HOSTILE[2] as string,
        role: 'extranet',
        platform: [],
        zones: ['dept'],
        tiers: HOSTILE.map((name) => ({
          key: name,
          label: name,
          detail: name,
          tenant: name,
          plane: HOSTILE[2] as string,
          zone: 'dept',
          place: name,
        })),
      },
    ],
    links: [{ from, to, flows: HOSTILE, place: from }],
  };
}

/** Run in the page: names of boxes that overlap, and of labels that stand out of their box. */
const MISPLACED = `(() => {
  const wrong = [];
  const rect = (one, what) => one.querySelector(what).getBoundingClientRect();
  const nodes = [...document.querySelectorAll('svg .node')].map((one) => ({
    name: one.getAttribute('data-key'), box: rect(one, 'rect'), label: rect(one, 'text'),
  }));
  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  const inside = (a, b) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
  nodes.forEach((one, index) => {
    if (!inside(one.label, one.box)) wrong.push('label of ' + one.name);
    for (const other of nodes.slice(index + 1)) if (!apart(one.box, other.box)) wrong.push(one.name + ' and ' + other.name);
  });
  for (const frame of document.querySelectorAll('svg .frame')) {
    const words = frame.querySelector('text');
    if (!words) continue;
    const label = words.getBoundingClientRect();
    if (!inside(label, rect(frame, 'rect'))) wrong.push('label of frame ' + words.textContent);
    for (const one of nodes) if (!apart(label, one.box)) wrong.push('label of frame ' + words.textContent + ' and ' + one.name);
  }
  return wrong;
})()`;

/** Run in the page: the box that has the focus, and what is lit up because of it. */
const FOCUSED = `(() => {
  const box = document.activeElement;
  const key = box.getAttribute('data-key');
  const links = [...document.querySelectorAll('.link')];
  return {
    key,
    name: box.getAttribute('aria-label'),
    lit: links.filter((link) => link.classList.contains('lit')).length,
    joined: links.filter(({ dataset }) => dataset.from === key || dataset.to === key).length,
  };
})()`;

interface Seen {
  readonly errors: readonly string[];
  readonly asked: readonly string[];
  readonly page: Page;
}

describeInBrowser('pages', (browser) => {
  async function open(html: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Seen> {
    const file = join(scratch, 'page.html');
    writeFileSync(file, html);
    const [errors, asked]: [string[], string[]] = [[], []];
    const page = await browser().newPage({ viewport: { width: 1600, height: 1000 }, colorScheme });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`file://${file}`);
    return { errors, asked, page };
  }

  const misplaced = (page: Page): Promise<string[]> => page.evaluate<string[]>(MISPLACED);

  test.each(listEnvironments(ENVIRONMENTS))(
    '%s: nothing overlaps, nothing fails, nothing is asked of a network',
    async (id) => {
      const { page, errors, asked } = await open(diagramPage(drawn(id), 'zh'));
      expect(errors).toEqual([]);
      expect(asked).toEqual([`file://${join(scratch, 'page.html')}`]);
      expect(await misplaced(page)).toEqual([]);
      await page.close();
    },
  );

  test('hostile names stay text', async () => {
    const review = reviewOf(
      HOSTILE.map((name) => ({
        environment: 'hebei',
        lane: 1,
        rank: 0,
        kind: 'flow',
        subject: name,
        what: { en: name, zh: name },
        before: name,
        place: name,
        resources: [{ stack: name, address: name, action: 'add', attributes: [{ path: name, after: name }] }],
      })),
    );
    const pages = [
      diagramPage(hostileDiagram(), 'en'),
      reviewPage(review, [{ diagram: hostileDiagram(), order: [] }], 'en'),
    ];
    for (const html of pages) {
      const { page, errors, asked } = await open(html);
      expect({ errors, asked: asked.length }).toEqual({ errors: [], asked: 1 });
      expect(await page.evaluate('window.hit')).toBeUndefined();
      expect(await page.evaluate("document.querySelectorAll('img').length")).toBe(0);
      expect(await page.evaluate("document.body.textContent.includes('\u202e')")).toBe(false);
      expect(await misplaced(page)).toEqual([]);
      await page.close();
    }
  });

  test('a box is reached by the keyboard, is named, and lights up what it is joined to', async () => {
    const { page } = await open(diagramPage(drawn('suizhou'), 'en'));
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<{ key: string; name: string; lit: number; joined: number }>(FOCUSED);
    expect(focused.key).toBe('Internet');
    expect(focused.name).toBe('Internet');
    expect(focused.lit).toBeGreaterThan(0);
    expect(focused.lit).toBe(focused.joined);
    await page.close();
  });

  test('it is dark where the reader is, and light on paper', async () => {
    const { page } = await open(diagramPage(drawn('suizhou'), 'en'), 'dark');
    const ground = () => page.evaluate("getComputedStyle(document.querySelector('svg .ground')).fill");
    expect(await ground()).toBe('rgb(18, 23, 30)');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await ground()).toBe('rgb(255, 255, 255)');
    const paper = await page.pdf({ preferCSSPageSize: true });
    // A3 on its side: 420 mm by 297 mm, in points.
    expect(paper.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 119[01](\.\d+)? 84[12]/);
    await page.close();
  });

  test('every box and link stands in the words below it', async () => {
    const diagram = drawn('liaoning');
    const { page } = await open(diagramPage(diagram, 'en'));
    const words = await page.evaluate<string>("document.querySelector('details').textContent");
    const keys = diagram.planes.flatMap(({ platform, tiers }) => [...tiers, ...platform.flatMap(({ nodes }) => nodes)]);
    expect(keys.map(({ key }) => key).filter((key) => !words.includes(key))).toEqual([]);
    expect(diagram.links.flatMap(({ flows }) => flows).filter((one) => !words.includes(one))).toEqual([]);
    await page.close();
  });
});
