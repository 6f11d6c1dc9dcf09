import { resolve } from 'node:path';
import { transformSync } from '@swc/core';
import type { TerraformStack } from 'cdktf';
import ts from 'typescript';
import { resolvedDefinition } from '../../stacks/resolved-definition';
import { guideExamples, sourceOf } from '../support/guide-examples';

const examples = guideExamples();

beforeAll(() => {
  // An app makes its output folder when it is constructed; this one exists.
  process.env['CDKTF_OUTDIR'] = '.';
});

test('every construct of the guide has an example', () => {
  const headings = examples.filter(({ page }) => page === 'docs/guide/constructs.md').map(({ heading }) => heading);
  expect(headings).toEqual([
    'Project',
    'NetworkPlane',
    'SecurityZone',
    'ZoneFlow',
    'TenantVpc',
    'ComputePool',
    'GapExchange',
    'RelayHost',
    'PublicEntry',
    'DnsZone',
    'Smaller parts',
  ]);
});

test.each(examples)('the example of $heading in $page has $resources resources', ({ code, resources }) => {
  const { resource = {} } = resolvedDefinition(run(code));
  expect(Object.values(resource).flatMap((named) => Object.keys(named))).toHaveLength(resources);
});

function run(code: string): TerraformStack {
  const { code: js } = transformSync(`${code}\nexport { stack };`, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  const exports: { stack?: TerraformStack } = {};
  const load = (name: string): unknown => {
    const source = sourceOf(name);
    return jest.requireActual(source === undefined ? name : resolve(source));
  };
  new Function('require', 'exports', js)(load, exports);
  if (exports.stack === undefined) throw new Error('the example has no stack');
  return exports.stack;
}

test('every example is right for the compiler', () => {
  const files = new Map(examples.map(({ code }, i) => [resolve(`docs/guide/example-${i}.ts`), code]));
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile('tsconfig.json', ts.sys.readFile).config,
    ts.sys,
    '.',
  );
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.resolveModuleNames = (names, from) =>
    names.map((name) => {
      const source = sourceOf(name);
      return source === undefined
        ? ts.resolveModuleName(name, from, options, host, undefined, undefined, ts.ModuleKind.CommonJS).resolvedModule
        : { resolvedFileName: resolve(source) };
    });
  const program = ts.createProgram([...files.keys()], { ...options, noEmit: true }, host);
  const wrong = [...files.keys()].flatMap((path) => program.getSemanticDiagnostics(program.getSourceFile(path)));
  expect(wrong.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
}, 120_000);
