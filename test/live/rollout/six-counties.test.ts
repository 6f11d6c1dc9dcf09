import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { parse, stringify } from 'yaml';
import type { RolloutReport } from '../../../rollout/rollout-report';
import { sandboxDown } from '../../../sandbox/sandbox-down';
import { keystonePort } from '../../../sandbox/sandbox-settings';
import { type SandboxStatus, sandboxStatus } from '../../../sandbox/sandbox-status';
import { engineOf, enginesGone, killEngine } from '../../support/engine-processes';
import { describeWithEngine } from '../../support/engines';
import { FaultyProxy } from '../../support/faulty-proxy';
import { ROOT } from '../../support/repository-files';
import { describeWithSandbox, SANDBOX_PATIENCE, SandboxClient } from '../../support/sandbox';
import { SmallCounties } from '../../support/small-counties';
import { describeWithTemporal, TestServer } from '../../support/temporal';

jest.setTimeout(SANDBOX_PATIENCE);

const [CANARIES, FIRST, SECOND] = [
  ['county-1', 'county-2'],
  ['county-3', 'county-4'],
  ['county-5', 'county-6'],
];
/** The county whose cloud can be taken away. */
const LOST = 'county-5';

interface Ended {
  readonly code: number | null;
  readonly out: string;
}

describeWithEngine('tofu', 'with OpenTofu', () => {
  describeWithSandbox('six counties', () => {
    const counties = new SmallCounties(6);
    const { folder } = counties;
    const state = join(folder, 's');
    const proxy = new FaultyProxy();
    const env = { ...process.env, OS_CLIENT_CONFIG_FILE: join(folder, 'own-clouds.yaml') };
    let status: SandboxStatus;
    let rollout = '';

    const begin = (...words: string[]): ChildProcess =>
      spawn(process.execPath, [join(ROOT, 'bin/egov.js'), ...words], {
        cwd: folder,
        env,
        stdio: ['ignore', 'pipe', 2],
      });
    const end = async (child: ChildProcess): Promise<Ended> => {
      const parts: Buffer[] = [];
      child.stdout?.on('data', (part: Buffer) => parts.push(part));
      const [code] = (await once(child, 'close')) as [number | null];
      return { code, out: Buffer.concat(parts).toString() };
    };
    const egov = (...words: string[]): Promise<Ended> => end(begin(...words));
    const reportOf = async (id: string, ...where: string[]): Promise<RolloutReport> =>
      JSON.parse((await egov('rollout', 'report', id, '--format', 'json', ...where)).out) as RolloutReport;
    const statuses = ({ members }: RolloutReport, ids: readonly string[]) =>
      members.filter(({ id }) => ids.includes(id)).map((one) => one.status);

    beforeAll(async () => {
      await proxy.start();
      const up = await egov('sandbox', 'up', ...counties.ids, '--state', state, '--port-offset', '3700');
      expect(up.code).toBe(0);
      status = sandboxStatus({ state });
      const { clouds } = parse(readFileSync(status.cloudsFile ?? '', 'utf8')) as {
        readonly clouds: { readonly sandbox: { readonly auth: object } };
      };
      const port = keystonePort(status.settings as NonNullable<SandboxStatus['settings']>);
      const own = (id: string) =>
        id === LOST
          ? { ...clouds.sandbox, auth: { ...clouds.sandbox.auth, auth_url: proxy.authUrl(port) } }
          : clouds.sandbox;
      const all = Object.fromEntries(counties.ids.map((id) => [id, own(id)]));
      writeFileSync(env.OS_CLIENT_CONFIG_FILE, stringify({ clouds: all }), { mode: 0o600 });
    }, SANDBOX_PATIENCE);

    afterAll(async () => {
      await sandboxDown({ state });
      await proxy.stop();
      counties.remove();
    }, SANDBOX_PATIENCE);

    /** `ADCODE/...` of each network and security group in the clouds, with its kind behind it. */
    const madeNames = async (): Promise<readonly string[]> => {
      const names: string[] = [];
      for (const region of ['north', 'south']) {
        const client = await SandboxClient.of(status, 'admin', 'admin', region);
        for (const kind of ['networks', 'security-groups']) {
          const [, answer] = await client.call('neutron', 'GET', `/v2.0/${kind}`);
          const things = answer[kind.replace('-', '_')] as readonly { readonly name: string }[];
          names.push(...things.map(({ name }) => `${name} of ${kind}`));
        }
      }
      return names.filter((name) => /^4502\d\d\//.test(name)).sort();
    };

    test('are planned in waves of which none stands in one region twice', async () => {
      const words = [
        '--canary',
        '2',
        '--wave',
        '2',
        '--jobs',
        '2',
        '--max-failures',
        '1',
        '--cloud',
        '{env}',
        '--by',
        'li',
      ];
      const { out } = await egov('rollout', 'plan', ...words, '--json');
      const report = JSON.parse(out) as RolloutReport;
      const waves = [0, 1, 2].map((wave) => report.members.filter((one) => one.wave === wave).map(({ id }) => id));
      expect([report.totals.preflighted, waves]).toEqual([6, [CANARIES, FIRST, SECOND]]);
      expect(report.members.every(({ changes }) => changes > 100)).toBe(true);
      rollout = report.rollout;
    });

    test('the canaries are made, and the gate opens for somebody else than who started it', async () => {
      expect((await egov('rollout', 'start', rollout, '--by', 'li')).code).toBe(6);
      const report = await reportOf(rollout);
      expect([statuses(report, CANARIES), statuses(report, [...FIRST, ...SECOND])]).toEqual([
        ['done', 'done'],
        ['preflighted', 'preflighted', 'preflighted', 'preflighted'],
      ]);
      expect((await egov('rollout', 'approve', rollout, '--by', 'li')).code).not.toBe(0);
      expect((await egov('rollout', 'approve', rollout, '--by', 'wang', '--through', '1')).code).toBe(0);
    });

    test('OpenTofu and the rollout killed in the middle of a wave cost no county anything', async () => {
      const first = begin('rollout', 'start', rollout, '--by', 'li');
      const over = end(first);
      await killEngine(folder);
      await after(3_000);
      first.kill('SIGKILL');
      await over;
      // What it began ends by itself, or is interrupted: no process works on a state that nobody watches.
      await enginesGone(folder);
      expect((await egov('rollout', 'start', rollout, '--by', 'li')).code).toBe(6);
      const report = await reportOf(rollout);
      expect(statuses(report, [...CANARIES, ...FIRST])).toEqual(['done', 'done', 'done', 'done']);
      expect(report.members.filter(({ id }) => FIRST.includes(id)).map(({ applies }) => applies)).toEqual([2, 2]);
    });

    test('a county whose cloud is down uses the budget up, and is retried alone', async () => {
      proxy.faultOf = () => 'dropped';
      expect((await egov('rollout', 'approve', rollout, '--by', 'wang')).code).toBe(0);
      expect((await egov('rollout', 'start', rollout, '--by', 'li')).code).toBe(5);
      const halted = await reportOf(rollout);
      const lost = halted.members.find(({ id }) => id === LOST);
      expect([halted.outcome, lost?.status, lost?.failure]).toEqual([
        'halted',
        'failed',
        { class: 'transient', codes: ['CLOUD_UNREACHABLE'] },
      ]);
      expect(statuses(halted, ['county-6'])).toEqual(['done']);
      proxy.faultOf = () => undefined;
      expect((await egov('rollout', 'retry', rollout, LOST, '--by', 'li')).code).toBe(0);
      expect((await egov('rollout', 'start', rollout, '--by', 'li')).code).toBe(0);
      const { outcome, totals, approvals } = await reportOf(rollout);
      expect([outcome, totals.done, approvals.map(({ by, through }) => [by, through])]).toEqual([
        'done',
        6,
        [
          ['wang', 1],
          ['wang', 2],
        ],
      ]);
    });

    test('in the clouds each of them stands once', async () => {
      const names = await madeNames();
      const counts = counties.ids.map((_, index) => names.filter((name) => name.startsWith(`45022${index}/`)).length);
      const [one = 0] = counts;
      expect(one).toBeGreaterThan(10);
      expect(counts).toEqual(counties.ids.map(() => one));
      expect(new Set(names).size).toBe(names.length);
    });

    describeWithTemporal('on workers', () => {
      const server = new TestServer(28_337);
      const at = ['--address', server.address];
      const workers: ChildProcess[] = [];
      const said: string[] = [];
      const work = (): ChildProcess => {
        const child = begin('rollout', 'worker', ...at, '--queue', '{province}', '--jobs', '1', '--lang', 'en');
        const index = workers.push(child) - 1;
        said.push('');
        child.stdout?.on('data', (part) => {
          said[index] += part;
        });
        return child;
      };

      beforeAll(() => server.start());
      afterAll(async () => {
        for (const worker of workers) worker.kill('SIGKILL');
        await server.kill();
      });

      test('a change of all goes on though a worker and the server die', async () => {
        for (const id of counties.ids)
          counties.edit(`${id}/tenants/health.yaml`, [['ports: tcp/5236', 'ports: tcp/5237']]);
        const [first] = [work(), work()];
        await after(20_000);
        const words = ['--canary', '2', '--wave', '4', '--jobs', '2', '--max-failures', '1', '--cloud', '{env}'];
        const planned = await egov('rollout', 'plan', ...words, '--queue', '{province}', ...at, '--by', 'li', '--json');
        const { rollout: id, totals } = JSON.parse(planned.out) as RolloutReport;
        expect(totals.preflighted).toBe(6);
        expect((await egov('rollout', 'start', id, '--by', 'li', ...at)).code).toBe(6);
        expect((await egov('rollout', 'approve', id, '--by', 'wang', ...at)).code).toBe(0);
        await engineOf(folder);
        first?.kill('SIGKILL');
        work();
        await after(15_000);
        await server.kill();
        await server.start();
        expect((await egov('rollout', 'watch', id, ...at)).code).toBe(0);
        const report = await reportOf(id, ...at);
        expect([report.outcome, report.totals.done]).toEqual(['done', 6]);
        for (const one of counties.ids)
          expect([
            one,
            (await egov('plan', one, '--cloud', one, '--only', 'openstack', '--detailed-exitcode')).code,
          ]).toEqual([one, 0]);
        const names = await madeNames();
        expect(new Set(names).size).toBe(names.length);
      });
    });
  });
});
