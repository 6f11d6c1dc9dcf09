import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative, sep } from 'node:path';
import type * as TypeScript from 'typescript';
import { type Problem, ProblemsError } from '../../model/problem';
import { CONFIG_BROKEN, CONFIG_TYPESCRIPT } from '../../model/problems/config-problems';

type Loader = (module: { _compile(code: string, file: string): void }, file: string) => void;

/**
 * Lets `require` read the TypeScript of a repository, and gives the way back: with the compiler that the repository has,
 * else as Node.js reads it by itself from 22.18 on. Packages and files elsewhere are read as before.
 *
 * @throws ProblemsError CONFIG_TYPESCRIPT where neither is there; `require` itself throws CONFIG_BROKEN for every
 * mistake of syntax in a file.
 */
export function readTypeScript(folder: string): () => void {
  const compiler = compilerOf(folder);
  if (compiler === undefined) return () => undefined;
  const loaders = require.extensions as Record<string, Loader | undefined>;
  const before = loaders['.ts'];
  loaders['.ts'] = (module, file) => {
    const label = relative(folder, file);
    if (label.startsWith('..') || label.split(sep).includes('node_modules')) {
      (before ?? (loaders['.js'] as Loader))(module, file);
      return;
    }
    module._compile(scriptOf(compiler, file, label), file);
  };
  // A stack names the lines that somebody wrote.
  process.setSourceMapsEnabled(true);
  return () => {
    if (before === undefined) delete loaders['.ts'];
    else loaders['.ts'] = before;
  };
}

function compilerOf(folder: string): typeof TypeScript | undefined {
  try {
    return createRequire(`${folder}/egov.config.ts`)('typescript') as typeof TypeScript;
  } catch {
    if ((process.features as { typescript?: string | false }).typescript) return undefined;
    throw new ProblemsError([CONFIG_TYPESCRIPT.at('egov.config.ts', { version: process.versions.node })]);
  }
}

function scriptOf(ts: typeof TypeScript, file: string, label: string): string {
  const { outputText, diagnostics = [] } = ts.transpileModule(readFileSync(file, 'utf8'), {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
      inlineSourceMap: true,
    },
  });
  const problems = diagnostics.flatMap((one): Problem[] => {
    if (one.category !== ts.DiagnosticCategory.Error) return [];
    const { line = 0, character = 0 } = one.file?.getLineAndCharacterOfPosition(one.start ?? 0) ?? {};
    const got = ts.flattenDiagnosticMessageText(one.messageText, ' ');
    return [CONFIG_BROKEN.at(`${label}:${line + 1}:${character + 1}`, { got })];
  });
  if (problems.length > 0) throw new ProblemsError(problems);
  return outputText;
}
