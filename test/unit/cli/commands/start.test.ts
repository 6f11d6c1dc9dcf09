import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, workingFolder } from '../command-line';

test('without OpenTofu it designs and synthesises two clouds, and says how to get a plan', async () => {
  const folder = workingFolder('hebei', 'guangxi/liuzhou');
  const { code, out, err } = await run('start', { folder, surroundings: { HOME: folder } });
  expect({ code, err }).toEqual({ code: 0, err: [] });
  const shown = out.map((line) => line.replace(/\d+/g, 'N'));
  expect(shown).toEqual([
    'hebei · 河北省',
    '  decided      N planes, N zones, N departments with N networks',
    '  allowed      N flows; everything else is denied',
    '  synthesised  N resources in N stacks → .egov/hebei/stacks',
    'guangxi/liuzhou/liucheng · 柳城县',
    '  decided      N planes, N zones, N departments with N networks',
    '  allowed      N flows; everything else is denied',
    '  synthesised  N resources in N stacks → .egov/guangxi/liuzhou/liucheng/stacks',
    '',
    expect.stringMatching(/^no plan yet: OpenTofu/),
    expect.stringMatching(/^ {2}run `egov engines install`/),
    '',
    'next: npx egov show hebei · npx egov plan hebei · npx egov explain FN · docs/guide/getting-started.md',
  ]);
  expect(existsSync(join(folder, '.egov/hebei/stacks/planes/cdk.tf.json'))).toBe(true);
});

test('a cloud with a problem ends it with 3', async () => {
  const { code, err } = await run('start', { folder: workingFolder('suizhou') });
  expect({ code, first: err[0] }).toEqual({ code: 3, first: 'ENV_UNKNOWN environments/hebei:1:1' });
});

test('where Go is but OpenTofu is not it builds it, and says so', async () => {
  const folder = workingFolder('hebei', 'guangxi/liuzhou');
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  // A Go that cannot build, so that the test ends where the building starts.
  writeFileSync(join(bin, 'go'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  const { code, err } = await run('start', { folder, surroundings: { HOME: folder, PATH: bin } });
  expect({ code, first: err[0] }).toEqual({
    code: 5,
    first: 'OpenTofu is not here, and Go is: building it, once for this user (some minutes; Ctrl-C leaves it out)',
  });
});
