import { existsSync, readFileSync, writeFileSync } from 'node:fs';

interface ImportFile {
  readonly import: readonly { readonly to: string; readonly id: string }[];
}

/** Keeps import blocks for the next plan of a stack, beside those that wait already. */
export function addImports(
  file: string,
  imports: readonly { readonly address: string; readonly importId: string }[],
): void {
  const waiting = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ImportFile).import : [];
  const all = new Map(waiting.map(({ to, id }) => [to, id]));
  for (const { address, importId } of imports) all.set(address, importId);
  const blocks = [...all].map(([to, id]) => ({ to, id }));
  writeFileSync(file, `${JSON.stringify({ import: blocks }, null, 2)}\n`);
}
