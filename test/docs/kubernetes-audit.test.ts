import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/repository-files';

/** The rows of the guide that name a test: what is handed in, a file, a name. */
const rows = readFileSync(join(ROOT, 'docs/guide/kubernetes.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, what, file, name] = line.match(/^\| (.+) \| `(test\/\S+)`: (.+) \|$/) ?? [];
    return what && file && name ? [{ what, file, name }] : [];
  });

test('the guide names a test for each bad input', () => {
  expect(rows.length).toBeGreaterThan(15);
  expect(new Set(rows.map(({ what }) => what)).size).toBe(rows.length);
});

test.each(rows)('$what is held by a test of that name', ({ file, name }) => {
  expect(readFileSync(join(ROOT, file), 'utf8')).toContain(`'${name}'`);
});
