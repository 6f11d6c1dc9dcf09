import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** One import block: what is to be managed under which address. */
export interface Import {
  readonly to: string;
  readonly id: string;
}

/** Imports that wait for the next plan of a stack. */
export function readImports(file: string): readonly Import[] {
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly import: readonly Import[] }).import
    : [];
}

/** Keeps imports for the next plan of a stack, beside those that wait already. */
export function addImports(
  file: string,
  imports: readonly { readonly address: string; readonly importId: string }[],
): void {
  const all = new Map(readImports(file).map(({ to, id }) => [to, id]));
  for (const { address, importId } of imports) all.set(address, importId);
  const blocks = [...all].map(([to, id]): Import => ({ to, id }));
  writeFileSync(file, `${JSON.stringify({ import: blocks }, null, 2)}\n`);
}
