import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Context } from '../../../../cli/context';
import { runTask } from '../../../../cli/fleet/run-task';
import { packageRoot } from '../../../../environments/package-root';
import { run, workingFolder } from '../command-line';

/** A repository with the cloud of Suizhou, and with these files. */
function repository(files: Readonly<Record<string, string>>): string {
  const folder = workingFolder('suizhou', 'profiles', 'defaults.yaml', 'catalogue');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const POLICY = `{
    id: 'GX-NETWORKS', title: { en: 'Networks', zh: '网络' }, standard: 'GX 2026', severity: 'high', scope: 'resources',
    why: { en: 'Why.', zh: '原因。' }, fix: { en: 'repair', zh: '修复' },
    check: ({ resources }) => {
      const looked = resources.ofType('openstack_networking_network_v2');
      return { looked, found: looked.slice(0, 1).map((thing) => ({ thing, message: { en: 'no', zh: '否' } })) };
    },
  }`;

const codesOf = (lines: readonly string[]): string[] => lines.filter((line) => /^[A-Z]+(_[A-Z]+)+ /.test(line));

describe('a configuration that is wrong', () => {
  test.each([
    ['one that throws', 'const one = 1;\nthrow new Error("no province");\n', ['CONFIG_BROKEN egov.config.js:2:7']],
    ['one that is no object', 'module.exports = [];\n', ['CONFIG_VALUE egov.config.js:1:1']],
    [
      'keys that there are not, and values of the wrong kind, all at once',
      'module.exports = {\n  policy: [],\n  environments: 3,\n  policies: {},\n  profiles: [],\n};\n',
      [
        'CONFIG_KEY egov.config.js:2:3',
        'CONFIG_VALUE egov.config.js:3:3',
        'CONFIG_VALUE egov.config.js:4:3',
        'CONFIG_VALUE egov.config.js:5:3',
      ],
    ],
    [
      'a policy that has the id of one of ours',
      `module.exports = { policies: [${POLICY.replace('GX-NETWORKS', 'EXP-SSH')}] };\n`,
      ['CONFIG_TAKEN egov.config.js:1:20'],
    ],
    [
      'two policies of one id',
      `module.exports = { policies: [${POLICY}, ${POLICY}] };\n`,
      ['CONFIG_TAKEN egov.config.js:1:20'],
    ],
    [
      'a policy without a check, with a severity that nobody knows and words in one language',
      `module.exports = { policies: [{ id: 'gx', title: { en: 'a' }, standard: 'x', severity: 'bad', scope: 'design',
        why: { en: 'a', zh: '甲' }, fix: { en: 'a', zh: '甲' }, controls: ['ASSET'] }] };\n`,
      ['CONFIG_KEY', ...Array(4).fill('CONFIG_VALUE')].map((code) => `${code} egov.config.js:1:20`),
    ],
    [
      'a profile that decides what the invariants need: planes, flows, a level, tiers',
      `module.exports = { profiles: { 'gx-3': { zones: {}, departments: [
        { key: 'a', name: '财政', flows: {}, systems: [{ key: 'b', name: '预算', form: 'office', mlps: 1, tiers: {} }] },
      ] } } };\n`,
      Array(4).fill('CONFIG_FORBIDDEN egov.config.js:1:20'),
    ],
    [
      'a profile with the name of one of ours, a form that is none, a name that is not Chinese, a key twice',
      `module.exports = { profiles: { 'standard-12': { departments: [
        { key: 'a', name: '财政', systems: [{ key: 'b', name: 'budget', form: 'mainframe' }] }, { key: 'a', name: '财政', systems: [] },
      ] } } };\n`,
      ['CONFIG_TAKEN', 'CONFIG_VALUE', 'CONFIG_VALUE', 'CONFIG_TAKEN'].map((code) => `${code} egov.config.js:1:20`),
    ],
  ])('%s', async (_, text, expected) => {
    const { code, err } = await run('check suizhou --as-of 2026-11-25', {
      folder: repository({ 'egov.config.js': text }),
    });
    expect({ code, found: codesOf(err) }).toEqual({ code: 3, found: expected });
  });

  test('two of them are one too many', async () => {
    const text = 'module.exports = {};\n';
    const folder = repository({ 'egov.config.js': text, 'egov.config.cjs': text });
    const { code, err } = await run('validate suizhou', { folder });
    expect({ code, found: codesOf(err) }).toEqual({ code: 3, found: ['CONFIG_SEVERAL egov.config.cjs'] });
  });

  test('a broken one does not hinder what needs none', async () => {
    const folder = repository({ 'egov.config.js': 'throw 1;\n' });
    expect((await run('explain CONFIG_BROKEN', { folder })).code).toBe(0);
    expect((await run('validate suizhou', { folder })).code).toBe(3);
  });
});

describe('policies of a repository', () => {
  const folderOf = () => repository({ 'egov.config.js': `module.exports = { policies: [${POLICY}] };\n` });

  test('are judged beside ours, alone as the pack own, and told in SARIF', async () => {
    const folder = folderOf();
    const own = await run('check suizhou --pack own --as-of 2026-11-25', { folder });
    expect({ code: own.code, first: own.out[0] }).toEqual({
      code: 4,
      first: '✗ GX-NETWORKS · fail · high · Networks · GX 2026',
    });
    const sarif = await run('check suizhou --format sarif --as-of 2026-11-25', { folder });
    const [{ results }] = (JSON.parse(sarif.out.join('\n')) as { runs: [{ results: { ruleId: string }[] }] }).runs;
    expect(results.filter(({ ruleId }) => ruleId === 'GX-NETWORKS')).toHaveLength(1);
  });

  test('can be waived like ours, and the waiver is no strange one in a run of another pack', async () => {
    const folder = folderOf();
    const json = await run('--json check suizhou --pack own --as-of 2026-11-25', { folder });
    const [, fingerprint] = /"fingerprint": "([0-9a-f]{12})"/.exec(json.out.join('\n')) ?? [];
    const words = '--reason r --owner o --approver a --ticket t --compensating c --until 2026-12-20 --as-of 2026-11-25';
    expect((await run(`waive suizhou ${fingerprint} ${words}`, { folder })).code).toBe(0);
    expect((await run('check suizhou --pack own --as-of 2026-11-25', { folder })).code).toBe(0);
    expect(codesOf((await run('check suizhou --pack tags --as-of 2026-11-25', { folder })).err)).toEqual([]);
  });

  test('are judged by the fleet', async () => {
    const task = { id: 'suizhou', operation: 'check', asOf: '2026-11-25' } as const;
    const folder = folderOf();
    const { counts, verdict } = await runTask({ ...task, folder, environments: join(folder, 'environments') }, {
      folder,
      environments: join(folder, 'environments'),
      now: () => 0,
    } as Context);
    expect({ failing: counts['failing'], verdict }).toEqual({ failing: 1, verdict: 'violated' });
  });

  test('there is no pack own where a repository brings none', async () => {
    const { code, err } = await run('check suizhou --pack own', { folder: repository({}) });
    expect({ code, found: codesOf(err) }).toEqual({ code: 64, found: ['USAGE_NAME egov check --pack'] });
  });
});

test('environments lie where the configuration says', async () => {
  const folder = repository({ 'egov.config.js': 'module.exports = { environments: "./clouds" };\n' });
  const { code, err } = await run('list', { folder });
  expect({ code, found: codesOf(err) }).toEqual({ code: 3, found: ['ENV_ROOT clouds:1:1'] });
});

describe('TypeScript, in a process of its own', () => {
  const start = (files: Readonly<Record<string, string>>, compiler = true) => {
    const folder = repository(files);
    mkdirSync(join(folder, 'node_modules'));
    if (compiler) symlinkSync(join(packageRoot(), 'node_modules/typescript'), join(folder, 'node_modules/typescript'));
    // The loader alone: the commands are tested above.
    const program = `const { configOf } = require(${JSON.stringify(join(packageRoot(), 'cli/config/load-config'))});
      try { console.log(configOf({ folder: process.cwd() }).environments); }
      catch (error) { console.log(error.problems?.map(({ code, at }) => code + ' ' + at).join('\\n') ?? error.stack); }`;
    const { stdout } = spawnSync(
      process.execPath,
      ['-r', join(packageRoot(), 'node_modules/ts-node/register/transpile-only'), '-e', program],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, TS_NODE_PROJECT: join(packageRoot(), 'tsconfig.json') } },
    );
    return stdout.trim();
  };
  const folderFile = `const folder: string = './clouds';\nexport { folder };\n`;

  test('is read with the compiler of the repository, with the files that it imports', () => {
    const text = `import { folder } from './folder.ts';\nexport default { environments: folder as string };\n`;
    expect(start({ 'egov.config.ts': text, 'folder.ts': folderFile })).toBe('./clouds');
  });

  test('names the line of an error as it was written', () => {
    const text = `interface Far {\n  readonly far: string;\n}\nconst far: Far = { far: '' };\nif (far.far === '') throw new Error('far');\nexport default {};\n`;
    expect(start({ 'egov.config.ts': text })).toMatch(/^CONFIG_BROKEN egov\.config\.ts:5:\d+$/);
  });

  test('names every mistake of syntax', () => {
    expect(start({ 'egov.config.ts': 'const = 1;\nexport default {;\n' })).toBe(
      ['1:7', '1:9', '2:17', '3:1'].map((at) => `CONFIG_BROKEN egov.config.ts:${at}`).join('\n'),
    );
  });

  test('says what is missing where there is no compiler', () => {
    const found = start({ 'egov.config.ts': 'export default {};\n' }, false);
    // A Node.js that reads TypeScript needs none.
    expect(found).toBe(
      (process.features as { typescript?: string }).typescript ? 'undefined' : 'CONFIG_TYPESCRIPT egov.config.ts',
    );
  });
});
