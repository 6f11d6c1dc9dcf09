import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../environments/package-root';
import { run, workingFolder } from '../../unit/cli/command-line';

interface Example {
  readonly page: string;
  readonly line: string;
  /** Lines that the page shows, without those that stand for others (`…`). */
  readonly shown: readonly string[];
}

/** Every command in a ```console block of a page. */
function examplesOf(page: string): Example[] {
  const text = readFileSync(join(packageRoot(), page), 'utf8');
  return [...text.matchAll(/```console\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    block
      .split(/^\$ npx egov /m)
      .slice(1)
      .map((part) => {
        const [line = '', ...shown] = part.trimEnd().split('\n');
        return { page, line, shown: shown.filter((one) => one !== '…') };
      }),
  );
}

const examples = examplesOf('README.md');

/** Time differs from machine to machine. */
const timeless = (line: string): string => line.replace(/\d+\.\d+ s\b/, 'N s');

test.each(examples)('$page: egov $line says what the page shows, in that order', async ({ line, shown }) => {
  const elsewhere = line.startsWith('synth') ? ` --out ${join(workingFolder(), 'out')}` : '';
  const { out, err } = await run(line + elsewhere);
  const said = [...err, ...out].map(timeless);
  let from = 0;
  const missing = shown.map(timeless).filter((words) => {
    const at = said.indexOf(words, from);
    if (at >= 0) from = at + 1;
    return at < 0;
  });
  expect(missing).toEqual([]);
});

test('the page has examples', () => expect(examples.length).toBeGreaterThan(5));

test('the description that the README shows is the one that is shipped', () => {
  const text = readFileSync(join(packageRoot(), 'README.md'), 'utf8');
  const [, path = '', yaml] = /<!-- (\S+\.yaml) -->\n```yaml\n([\s\S]*?)```/.exec(text) ?? [];
  const shipped = readFileSync(join(packageRoot(), path), 'utf8');
  expect(shipped.slice(shipped.indexOf('\n') + 1)).toBe(yaml);
});
