import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, workingFolder } from '../command-line';

/** Three counties beside a city: the shipped one, with codes and addresses of their own. */
function counties(): string {
  const folder = workingFolder('suizhou', 'guangxi', 'defaults.yaml');
  const environments = join(folder, 'environments');
  for (const [i, id] of ['one', 'two', 'three'].entries()) {
    cpSync(join(environments, 'guangxi/liuzhou/liucheng'), join(environments, id), { recursive: true });
    edit(folder, `${id}/environment.yaml`, (text) => text.replace('450222', `45030${i + 1}`));
    edit(folder, `${id}/planes.yaml`, (text) =>
      text
        .replaceAll('10.72.', `10.${100 + i}.`)
        .replaceAll('2001:db8:4522', `2001:db8:500${i}`)
        .replaceAll('59.220.16.0', `59.220.${50 + i}.0`)
        .replaceAll('198.18.1.0', `198.18.${50 + i}.0`),
    );
    edit(folder, `${id}/kubernetes.yaml`, (text) => text.replaceAll('10.73.0.', `10.73.${50 + i}.`));
  }
  return folder;
}

function edit(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, 'environments', file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** Threads start from the sources, which takes long where a core is shared. */
const THREADS = 240_000;

describe('work on many environments', () => {
  it.each([
    ['lvel=county', 'FLEET_SELECTION --select lvel=county', 'did you mean level=county?'],
    [
      'county',
      'FLEET_SELECTION --select county',
      'write key=value, with one of: id, level, adcode, province, city, profile',
    ],
    [
      'level=county,province=hebei',
      'FLEET_EMPTY --select level=county,province=hebei',
      'egov list shows what there is',
    ],
  ])('refuses %s as a selection', async (selection, first, fix) => {
    const { code, err } = await run(`fleet validate --select ${selection}`, { folder: counties() });
    expect([code, err[0], err.at(-1)]).toEqual([64, first, `  fix: ${fix}`]);
  });

  it('refuses a number of threads that is none', async () => {
    const { code, err } = await run('fleet validate --jobs none', { folder: counties() });
    expect([code, err[0]]).toEqual([64, 'USAGE_ARGUMENT --jobs none']);
  });

  it(
    'counts what is well, and names what is not, without one hiding or stopping another',
    async () => {
      const folder = counties();
      edit(folder, 'two/environment.yaml', (text) => text.replace('mlps:', 'mpls:'));
      edit(folder, 'three/planes.yaml', (text) => text.replaceAll('10.102.', '10.100.'));
      const { code, out, err } = await run('fleet validate --jobs 2', { folder });
      const codes = err.filter((line) => /^[A-Z]/.test(line)).map((line) => line.replace(/:\d+:\d+$/, ''));
      expect(code).toBe(3);
      // What two clouds share is found although each was read in a thread of its own.
      expect(new Set(codes)).toEqual(
        new Set([
          'ENV_MISSING environments/two/environment.yaml',
          'ENV_KEY_UNKNOWN environments/two/environment.yaml',
          'NET_OVERLAP environments/three/planes.yaml',
        ]),
      );
      expect(out[0]).toBe('two  invalid  2 problems');
      expect(out[1]).toMatch(/^6 environments: 5 ok, 1 invalid; \d+ departments, \d+ stacks; [\d.]+ s$/);
    },
    THREADS,
  );

  it(
    'says the same as one environment at a time, and goes on from results that are there',
    async () => {
      const folder = counties();
      const first = JSON.parse((await run('fleet prove --select profile=county --json', { folder })).out.join('\n'));
      const alone = JSON.parse((await run('prove one --json', { folder })).out.join('\n'));
      expect(first.known).toBe(0);
      expect(first.results.map(({ id, verdict }: Result) => [id, verdict])).toEqual([
        ['guangxi/liuzhou/liucheng', 'ok'],
        ['one', 'ok'],
        ['three', 'ok'],
        ['two', 'ok'],
      ]);
      expect(first.results[1].counts.proved).toBe(alone.statements.length);

      // The end of the file as a crash leaves it, a cloud that changed, and one that was never asked for.
      const record = join(folder, '.egov/fleet/prove.jsonl');
      appendFileSync(record, '{"hash":"cut o');
      edit(folder, 'one/environment.yaml', (text) => `${text}\n# changed\n`);
      const second = JSON.parse((await run('fleet prove --select profile=county --json', { folder })).out.join('\n'));
      expect(second.known).toBe(3);
      expect(second.totals).toEqual(first.totals);
      const again = JSON.parse((await run('fleet prove --select id=one --again --json', { folder })).out.join('\n'));
      expect([again.known, again.results.length]).toEqual([0, 1]);
    },
    THREADS,
  );

  it(
    'stopped, says what is left, and the same command goes on',
    async () => {
      const folder = counties();
      const record = join(folder, '.egov/fleet/validate.jsonl');
      const stop = new AbortController();
      const timer = setInterval(() => {
        if (existsSync(record) && readFileSync(record, 'utf8').includes('\n')) stop.abort();
      }, 5);
      const { code, out, err } = await run('fleet validate --jobs 1', { folder, signal: stop.signal });
      clearInterval(timer);
      expect([code, err[0]]).toEqual([6, 'FLEET_INTERRUPTED egov fleet validate']);
      expect(err.at(-1)).toBe('  fix: the same command goes on with what is left');
      const done = Number(/^(\d+) environments?/.exec(out.at(-1) ?? '')?.[1]);
      expect(done).toBeGreaterThan(0);
      const second = await run('fleet validate', { folder });
      expect(second.code).toBe(0);
      expect(second.out.at(-1)).toContain(`; ${done} known from before; `);
    },
    THREADS,
  );
});

it(
  'writes again what was taken away, since files alone do not decide what is written',
  async () => {
    const folder = counties();
    const manifest = join(folder, '.egov/one/stacks/manifest.json');
    const first = await run('fleet synth --select id=one --json', { folder });
    rmSync(join(folder, '.egov/one'), { recursive: true });
    const second = await run('fleet synth --select id=one --json', { folder });
    expect([first.code, second.code, existsSync(manifest)]).toEqual([0, 0, true]);
  },
  THREADS,
);

interface Result {
  readonly id: string;
  readonly verdict: string;
}
