import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeInBrowser } from '../../support/browser';
import { run } from '../../unit/cli/command-line';

jest.setTimeout(300_000);

const scratch = mkdtempSync(join(tmpdir(), 'egov-evidence-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const out = join(scratch, 'evidence');

/** Run in the page: what stands out of its cell. */
const OVERFLOWING = `[...document.querySelectorAll('td, th')]
  .filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.textContent.slice(0, 60))`;

describeInBrowser('the pages of the evidence', (browser) => {
  beforeAll(async () => {
    const { code } = await run(`evidence qinghai -o ${out} --as-of 2026-11-25`);
    expect(code).toBe(0);
  });

  async function open(file: string, width: number) {
    const page = await browser().newPage({ viewport: { width, height: 1000 } });
    const [errors, asked]: [string[], string[]] = [[], []];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`file://${join(out, file)}`);
    return { page, errors, asked };
  }

  const pages = ['index.html', 'index.en.html'];

  test.each(pages.flatMap((file) => [1280, 420].map((width) => [file, width] as const)))(
    '%s at %i pixels: nothing stands out, nothing fails, nothing is asked of a network',
    async (file, width) => {
      const { page, errors, asked } = await open(file, width);
      expect({ errors, asked }).toEqual({ errors: [], asked: [`file://${join(out, file)}`] });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(await page.evaluate(OVERFLOWING)).toEqual([]);
      await page.close();
    },
  );

  test.each(pages)('every link of %s leads to a file of the folder', async (file) => {
    const { page } = await open(file, 1280);
    const links = await page.evaluate<string[]>("[...document.querySelectorAll('a')].map((one) => one.href)");
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((link) => !existsSync(link.replace('file://', '')))).toEqual([]);
    await page.close();
  });

  test('the Chinese page is Chinese, and the English one has no Chinese but the name', async () => {
    const words = async (file: string) => {
      const { page } = await open(file, 1280);
      const cells = await page.evaluate<string[]>(
        "[...document.querySelectorAll('h1, h2, p, th, td')].map((one) => one.textContent)",
      );
      await page.close();
      return cells;
    };
    expect((await words('index.html')).slice(0, 2).join('')).toMatch(/^等级保护证据/);
    const han = (await words('index.en.html')).filter((one) => /\p{Script=Han}/u.test(one));
    expect(han.filter((one) => !one.includes('青海省') && one !== '网络安全法')).toEqual([]);
  });

  test('it prints on A4, and a status is said in words', async () => {
    const { page } = await open('index.html', 1280);
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    // 210 mm by 297 mm, in points.
    expect(paper).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12]/);
    const silent = await page.evaluate(
      "[...document.querySelectorAll('.pass, .fail, .manual')].filter((one) => one.textContent.trim() === '').length",
    );
    expect(silent).toBe(0);
    await page.close();
  });
});
