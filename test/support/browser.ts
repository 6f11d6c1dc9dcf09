import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { programOnPath } from '../../engines/find-opentofu';
import { required } from './engines';

/** The Chromium of the machine; `EGOV_CHROMIUM` names another. */
function chromiumPath(): string | undefined {
  const given = process.env['EGOV_CHROMIUM'];
  if (given !== undefined && existsSync(given)) return given;
  return ['chromium', 'chromium-browser', 'google-chrome']
    .map((name) => programOnPath(name, process.env))
    .find(Boolean);
}

/** A `describe` that looks at pages in a browser; skipped without one, and failing where EGOV_REQUIRE lists `browser`. */
export function describeInBrowser(name: string, tests: (browser: () => Browser) => void): void {
  const path = chromiumPath();
  if (path === undefined) {
    if (required('browser')) test(`${name}: a browser is required`, () => expect(path).toBeDefined());
    else describe.skip(`${name} (skipped: no Chromium on PATH)`, () => tests(() => undefined as never));
    return;
  }
  describe(name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      const { chromium } = require('playwright-core') as typeof import('playwright-core');
      // Chromium's sandbox does not start under root, as which containers run.
      const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      browser = await chromium.launch({ executablePath: path, args });
    });
    afterAll(() => browser?.close());
    tests(() => browser as Browser);
  });
}
