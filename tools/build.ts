/** Makes `dist/` from the rooms: scripts at once, with `--types` also declarations, which take a whole compilation. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type Options, transformFileSync } from '@swc/core';
import ts from 'typescript';

const ROOT = resolve(__dirname, '..');
const PROJECT = join(ROOT, 'tsconfig.build.json');
const DIST = join(ROOT, 'dist');
/** Its time is when the build began: a source that is younger was not part of it. */
const STAMP = join(DIST, '.built');

/** The compiler of the tests, for the same result: a check of types is `tsc`'s work, and takes ten times as long. */
const SCRIPT: Options = {
  jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
  // An ES module that imports a name finds it by this note.
  module: { type: 'commonjs', exportInteropAnnotation: true },
  swcrc: false,
};

function main(): void {
  const { config } = ts.readConfigFile(PROJECT, ts.sys.readFile);
  const sources = (config.include as string[]).flatMap((room) => sourcesBelow(join(ROOT, room)));
  if (!isBuilt(sources)) transpile(sources);
  if (!process.argv.includes('--types')) return;
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', PROJECT, '--emitDeclarationOnly'], { cwd: ROOT, stdio: 'inherit' });
}

function sourcesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts')).map((name) => join(folder, name));
}

function isBuilt(sources: readonly string[]): boolean {
  const built = statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return sources.every((source) => statSync(source).mtimeMs <= built);
}

function transpile(sources: readonly string[]): void {
  const began = new Date();
  rmSync(DIST, { recursive: true, force: true });
  for (const source of sources) {
    const target = join(DIST, relative(ROOT, source).replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, transformFileSync(source, SCRIPT).code);
  }
  writeFileSync(STAMP, '');
  utimesSync(STAMP, began, began);
  process.stderr.write(`build: ${sources.length} files in ${Date.now() - began.getTime()} ms\n`);
}

main();
