import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../environments/package-root';
import { referencePages } from '../../../tools/reference';

const folder = join(packageRoot(), 'docs/reference');

test.each(Object.entries(referencePages()))('docs/reference/%s is what tools/reference.ts writes', (name, text) => {
  expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
});

test('no page is left over', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(referencePages()).sort());
});
