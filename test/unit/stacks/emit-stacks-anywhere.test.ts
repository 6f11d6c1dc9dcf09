import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { emitStacks } from '../../../stacks/emit-stacks';
import { design } from '../../support/design-fixture';

const SCRIPT = `
  const { emitStacks } = require(${JSON.stringify(resolve('stacks/emit-stacks.ts'))});
  const { design } = require(${JSON.stringify(resolve('test/support/design-fixture.ts'))});
  const text = JSON.stringify(emitStacks(design()));
  process.stdout.write(require('node:crypto').createHash('sha256').update(text).digest('hex'));
`;

test('another folder, time zone and language, and a trace of every token, give the same bytes', () => {
  const here = createHash('sha256')
    .update(JSON.stringify(emitStacks(design())))
    .digest('hex');
  const args = ['-r', require.resolve('ts-node/register/transpile-only'), '-e', SCRIPT];
  const there = execFileSync(process.execPath, args, {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: {
      ...process.env,
      TS_NODE_PROJECT: resolve('tsconfig.json'),
      TZ: 'Asia/Urumqi',
      LC_ALL: 'tr_TR.UTF-8',
      CDKTN_DISABLE_CREATION_STACK: '0',
    },
  });
  expect(there).toBe(here);
}, 60_000);
