import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

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

interface Found {
  readonly address: string;
  readonly importId: string;
}

/** Keeps imports for the next plan of a stack, instead of those that waited: they may be gone. */
export function keepImports(file: string, found: readonly Found[]): void {
  if (found.length === 0) rmSync(file, { force: true });
  else write(file, new Map(found.map(({ address, importId }) => [address, importId])));
}

/** Keeps further imports for the next plan of a stack. */
export function addImports(file: string, found: readonly Found[]): void {
  const all = new Map(readImports(file).map(({ to, id }) => [to, id]));
  for (const { address, importId } of found) all.set(address, importId);
  write(file, all);
}

function write(file: string, all: ReadonlyMap<string, string>): void {
  const blocks = [...all].map(([to, id]): Import => ({ to, id }));
  writeFileSync(file, `${JSON.stringify({ import: blocks }, null, 2)}\n`);
}
