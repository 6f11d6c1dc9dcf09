/** Makes the bindings from the committed snapshot: `node -r ts-node/register/transpile-only tools/bindings/generate.ts`. */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { ProviderSnapshot } from './provider-schema';

const ROOT = resolve(__dirname, '../..');
const PACKAGE = join(ROOT, 'packages/provider-openstack');
const GENERATOR = '@cdktn/provider-generator';

function main(): Promise<void> | void {
  if (!existsSync(join(ROOT, 'node_modules', GENERATOR))) {
    // An installation without development dependencies has nothing to generate with, and may bring the result along.
    process.stderr.write(`bindings: ${GENERATOR} is not installed; nothing generated\n`);
    return;
  }
  const snapshot = readFileSync(join(PACKAGE, 'schema.json'), 'utf8');
  const stamp = stampOf(snapshot);
  const stampFile = join(PACKAGE, 'lib/.stamp');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  return generate(JSON.parse(snapshot) as ProviderSnapshot, stamp);
}

/** Everything that the generated code depends on. */
function stampOf(snapshot: string): string {
  const hash = createHash('sha256').update(snapshot).update(readFileSync(__filename));
  for (const name of [GENERATOR, 'typescript', 'cdktf']) {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'));
    hash.update(`${name}@${version}\n`);
  }
  return hash.digest('hex');
}

/** Into a folder of its own, renamed when whole: an interrupted run leaves no half of the bindings behind. */
async function generate(snapshot: ProviderSnapshot, stamp: string): Promise<void> {
  const started = Date.now();
  const work = mkdtempSync(join(PACKAGE, '.generate-'));
  try {
    await emitSources(snapshot, work);
    const source = join(work, 'providers/openstack');
    rewriteImports(source);
    const lib = join(work, 'lib');
    mkdirSync(lib);
    compile(source, lib);
    // tsc gives the lazy index, a script without imports, no types of its own worth having.
    cpSync(join(lib, 'index.d.ts'), join(lib, 'lazy-index.d.ts'));
    writeFileSync(join(lib, '.stamp'), stamp);
    const target = join(PACKAGE, 'lib');
    if (existsSync(target)) renameSync(target, join(work, 'old'));
    renameSync(lib, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  process.stderr.write(`bindings: ${snapshot.source} ${snapshot.version} in ${Date.now() - started} ms\n`);
}

async function emitSources(snapshot: ProviderSnapshot, folder: string): Promise<void> {
  // On loading, the generator asks the Terraform on PATH for its version and reports a failure to its makers.
  // Neither serves here: no binary, no report.
  process.env['TERRAFORM_BINARY_NAME'] = join(folder, 'none');
  process.env['CHECKPOINT_DISABLE'] = '1';
  const { CodeMaker, TerraformProviderConstraint, TerraformProviderGenerator } = await import(
    '@cdktn/provider-generator'
  );
  // The generator wants a host before the source and never uses it.
  const address = `any/${snapshot.source}`;
  const schema = {
    format_version: '1.0',
    provider_schemas: { [address]: snapshot.schema },
    provider_versions: { [address]: snapshot.version },
  };
  // Its declarations know older forms of a schema and of a constraint than its code takes.
  const generator = new TerraformProviderGenerator(new CodeMaker(), schema as never);
  generator.generate(new TerraformProviderConstraint(`${snapshot.source}@${snapshot.version}`) as never);
  await generator.save(folder);
}

/** The generator writes imports of `cdktn`; this project imports the same library under the name `cdktf`. */
function rewriteImports(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const path = join(folder, name);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll("'cdktn'", "'cdktf'"));
  }
}

function compile(source: string, out: string): void {
  const ts = require('typescript') as typeof import('typescript');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const program = ts.createProgram(
    files.map((name) => join(source, name)),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.Node16,
      moduleResolution: ts.ModuleResolutionKind.Node16,
      declaration: true,
      skipLibCheck: true,
      strict: true,
      types: ['node'],
      typeRoots: [join(ROOT, 'node_modules/@types')],
      rootDir: source,
      outDir: out,
    },
  );
  const problems = [...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics];
  if (problems.length > 0) {
    const host = {
      getCanonicalFileName: (name: string) => name,
      getCurrentDirectory: () => ROOT,
      getNewLine: () => '\n',
    };
    throw new Error(`the generated bindings do not compile\n${ts.formatDiagnostics(problems, host)}`);
  }
}

Promise.resolve(main()).catch((error: Error) => {
  process.stderr.write(`bindings: ${error.message}\n`);
  process.exitCode = 1;
});
