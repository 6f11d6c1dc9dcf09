import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, workingFolder } from '../command-line';

test('a broken environment is listed with the command that says what is wrong', async () => {
  const folder = workingFolder('suizhou');
  mkdirSync(join(folder, 'environments/broken'));
  writeFileSync(join(folder, 'environments/broken/environment.yaml'), 'frob: 1\n');
  const { code, out } = await run('list', { folder });
  expect(code).toBe(0);
  expect(out).toEqual([
    expect.stringMatching(/^broken {28}\d+ problems, see egov validate broken$/),
    'suizhou  421300  city  随州市  3  departments',
  ]);
});

test('a folder that looks like an environment and is none is said, and ends with 3', async () => {
  const folder = workingFolder('suizhou');
  mkdirSync(join(folder, 'environments/lost/tenants'), { recursive: true });
  const { code, out, err } = await run('list', { folder });
  expect({ code, out, first: err[0] }).toEqual({
    code: 3,
    out: ['suizhou  421300  city  随州市  3  departments'],
    first: 'FILE_MISSING environments/lost/environment.yaml:1:1',
  });
});

test('the shipped environments are listed by id', async () => {
  const { out } = await run('list --lang zh');
  expect(out).toMatchInlineSnapshot(`
[
  "guangxi/liuzhou           450200  地市级  柳州市   6  个部门",
  "guangxi/liuzhou/liucheng  450222  县级    柳城县   3  个部门",
  "hebei                     130000  省级    河北省  46  个部门",
  "liaoning                  210000  省级    辽宁省  12  个部门",
  "qinghai                   630000  省级    青海省   8  个部门",
  "suizhou                   421300  地市级  随州市   3  个部门",
]
`);
});

test('with --json each is an object', async () => {
  const { out } = await run('list --json', { folder: workingFolder('suizhou') });
  expect(JSON.parse(out.join('\n'))).toEqual({
    environments: [
      { id: 'suizhou', adcode: '421300', level: 'city', profile: 'city', name: '随州市', departments: 3, problems: 0 },
    ],
    problems: [],
  });
});
