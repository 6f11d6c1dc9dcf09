import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, workingFolder } from '../command-line';

test('a folder with something of somebody else in it is left alone', async () => {
  const folder = workingFolder('suizhou');
  mkdirSync(join(folder, 'mine/stacks'), { recursive: true });
  writeFileSync(join(folder, 'mine/stacks/thesis.txt'), 'years of work');
  const { code, err } = await run('synth suizhou --out mine', { folder });
  expect({ code, kind: err[0]?.split(' ')[0] }).toEqual({ code: 5, kind: 'SYNTHESIS_FOLDER' });
  expect(readdirSync(join(folder, 'mine/stacks'))).toEqual(['thesis.txt']);
});

test('nothing is written for a cloud that has a problem', async () => {
  const folder = workingFolder('suizhou');
  writeFileSync(join(folder, 'environments/suizhou/flows.yaml'), 'frob: 1\n');
  expect((await run('synth suizhou', { folder })).code).toBe(3);
  expect(existsSync(join(folder, '.egov'))).toBe(false);
});

test('each stack is a folder below .egov/<env>, and the answer says how many resources it has', async () => {
  const folder = workingFolder('suizhou');
  const { code, out } = await run('synth suizhou', { folder });
  const stacks = readdirSync(join(folder, '.egov/suizhou/stacks')).filter((name) => name !== 'manifest.json');
  expect(code).toBe(0);
  expect(out.slice(0, -1).map((line) => line.trim().split(/ +/)[0])).toEqual(stacks.sort());
  const counts = out.slice(0, -1).map((line) => Number(line.trim().split(/ +/)[1]));
  const written = stacks.map((name) => {
    const { resource } = JSON.parse(readFileSync(join(folder, '.egov/suizhou/stacks', name, 'cdk.tf.json'), 'utf8'));
    return Object.values(resource as object).reduce((sum, named) => sum + Object.keys(named).length, 0);
  });
  expect(counts).toEqual(written);
  const total = counts.reduce((sum, count) => sum + count, 0);
  expect(out.at(-1)).toBe(`suizhou: ${total} resources in 5 stacks, in .egov/suizhou/stacks`);
});

test('with --json it names the folders, in the order of dependencies', async () => {
  const folder = workingFolder('suizhou');
  const { out } = await run('synth suizhou --json --out elsewhere', { folder });
  const { stacks } = JSON.parse(out.join('\n')) as { stacks: { name: string; folder: string; after: string[] }[] };
  expect(stacks.map(({ name }) => name).slice(0, 2)).toEqual(['foundation', 'planes']);
  expect(stacks[1]).toMatchObject({ folder: join(folder, 'elsewhere/stacks/planes'), after: ['foundation'] });
});
