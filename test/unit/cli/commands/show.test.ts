import { readEnvironment } from '../../../../environments/read-environment';
import { designEnvironment } from '../../../../model/design/design-environment';
import { run } from '../command-line';

test('what is wrong with a cloud is said instead of a part of it', async () => {
  const { code, out, err } = await run('show heibei');
  expect({ code, out, err }).toEqual({
    code: 3,
    out: [],
    err: ['ENV_UNKNOWN environments/heibei:1:1', '  there is no environment heibei', '  fix: did you mean hebei?'],
  });
});

test('the summary says where a cloud stands, what separates it and who is in it', async () => {
  const { code, out } = await run('show suizhou');
  expect(code).toBe(0);
  expect(out.filter((line) => /^\S/.test(line)).map((line) => line.replace(/ {2,}.*/, ''))).toEqual([
    'suizhou · 随州市 (421300, city) · MLPS level 2 · unicom · suizhou.gov.example.',
    'Sites',
    'Planes',
    'Compute pools, asked for / there',
    'Departments',
    'Stacks',
    expect.stringMatching(/^\d+ flows may pass; everything else is denied$/),
  ]);
  expect(out.filter((line) => line.startsWith('  extranet '))[0]).toMatch(/physnet-extranet 100-499 +10\.80\.0\.0\/17/);
});

test('a county with a gap says what the gap joins, in Chinese too', async () => {
  const { out } = await run('show hebei --lang zh');
  const at = out.indexOf('网闸');
  expect(out[at + 1]).toMatch(/^ {2}\S+ +internet \| extranet +\d+ 条通道$/);
});

test('with --json it is the whole design', async () => {
  const { out } = await run('show suizhou --json');
  const design = designEnvironment(readEnvironment('environments', 'suizhou'));
  expect(JSON.parse(out.join('\n'))).toEqual(JSON.parse(JSON.stringify(design)));
});

test('--origin says who gave each value: the environment, what all share, or the schema', async () => {
  const { out } = await run('show suizhou --origin');
  const origin = (path: string) =>
    out
      .find((line) => line.startsWith(`${path} `))
      ?.replace(/ {2,}/g, ' | ')
      .replace(/:\d+:\d+$/, '');
  expect(origin('adcode')).toBe('adcode | 421300 | environments/suizhou/environment.yaml');
  expect(origin('extranetUsers[0]')).toBe('extranetUsers[0] | 59.192.0.0/10 | environments/defaults.yaml');
  expect(origin('cloud.network.driver')).toBe('cloud.network.driver | unknown | default of the schema');
  const { out: json } = await run('show suizhou --origin --json');
  expect(JSON.parse(json.join('\n'))).toContainEqual({ path: 'cloud.network.driver', value: 'unknown' });
});

test('--edge-routes lists one route for each network behind a router', async () => {
  const { out } = await run('show suizhou --edge-routes --json');
  const routes = JSON.parse(out.join('\n')) as {
    plane: string;
    destination: string;
    nextHop: string;
    network: string;
  }[];
  const { edgeRoutes } = designEnvironment(readEnvironment('environments', 'suizhou'));
  expect(routes).toEqual(edgeRoutes);
  const { out: lines } = await run('show suizhou --edge-routes');
  expect(lines.map((line) => line.split(/ +/))).toEqual(
    routes.map(({ plane, destination, nextHop, network }) => [plane, destination, 'via', nextHop, network]),
  );
});
