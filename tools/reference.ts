import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codesPage } from './reference/codes-page';
import { commandsPage } from './reference/commands-page';
import { kubernetesLevelsPage } from './reference/kubernetes-levels-page';
import { policiesPage } from './reference/policies-page';

/** Every page of docs/reference by its name. */
export function referencePages(): Readonly<Record<string, string>> {
  return {
    'commands.md': commandsPage(),
    'codes.md': codesPage(),
    'kubernetes-levels.md': kubernetesLevelsPage(),
    'policies.md': policiesPage(),
  };
}

/** Writes docs/reference; with `--check` says which pages are out of date, and writes nothing. */
function main(folder: string, check: boolean): number {
  const stale = Object.entries(referencePages()).filter(([name, text]) => {
    const path = join(folder, name);
    return !existsSync(path) || readFileSync(path, 'utf8') !== text;
  });
  if (!check) mkdirSync(folder, { recursive: true });
  for (const [name, text] of stale) {
    if (!check) writeFileSync(join(folder, name), text);
    process.stderr.write(`${check ? 'out of date' : 'written'}: docs/reference/${name}\n`);
  }
  return check && stale.length > 0 ? 1 : 0;
}

if (require.main === module)
  process.exitCode = main(join(__dirname, '..', 'docs', 'reference'), process.argv.includes('--check'));
