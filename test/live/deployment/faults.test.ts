import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sandboxStartRegion, sandboxStopRegion } from '../../../sandbox/sandbox-down';
import { keystonePort, type SandboxSettings, servicePort } from '../../../sandbox/sandbox-settings';
import { sandboxStatus } from '../../../sandbox/sandbox-status';
import { Dice } from '../../oracle/dice';
import { DeployableEnvironment } from '../../support/deployable-environment';
import { type EgovEnd, egov, egovProcess } from '../../support/egov-run';
import { startedBy } from '../../support/engine-processes';
import { describeWithEngine } from '../../support/engines';
import { type Fault, FaultyProxy } from '../../support/faulty-proxy';
import { describeWithSandbox, SANDBOX_PATIENCE, SandboxClient } from '../../support/sandbox';

jest.setTimeout(SANDBOX_PATIENCE);

const REGION = 'liucheng';
const PROJECT = '450222-health-extranet';
/** Longer than one call takes on a busy machine: services work on with the token of whoever called. */
const TOKEN_SECONDS = 90;

describeWithEngine('tofu', 'with OpenTofu', () => {
  describeWithSandbox('a cloud in which things go wrong', (stateFolder) => {
    const county = new DeployableEnvironment();
    const proxy = new FaultyProxy();
    const { PATH, HOME, XDG_CACHE_HOME } = process.env;
    let surroundings: Readonly<Record<string, string | undefined>> = { PATH, HOME, XDG_CACHE_HOME };
    beforeAll(() => proxy.start());
    afterAll(async () => {
      await proxy.stop();
      county.remove();
    });

    const run = (args: string, around = surroundings): Promise<EgovEnd> =>
      egov(args, { folder: county.folder, surroundings: around });
    const settings = () => sandboxStatus({ state: stateFolder() }).settings as SandboxSettings;
    const client = () => SandboxClient.of(sandboxStatus({ state: stateFolder() }));
    /** The account in variables, with every call through the proxy. */
    const proxied = () => ({
      PATH,
      HOME,
      XDG_CACHE_HOME,
      OS_AUTH_URL: proxy.authUrl(keystonePort(settings())),
      OS_USERNAME: 'admin',
      OS_PASSWORD: 'sandbox',
      OS_PROJECT_NAME: 'admin',
      OS_USER_DOMAIN_NAME: 'Default',
      OS_PROJECT_DOMAIN_NAME: 'Default',
    });
    /** A tenth of the calls to Neutron that `counts` is true for. */
    const tenth = (counts: (method: string) => boolean) => {
      const dice = new Dice(4);
      const neutron = servicePort(settings(), REGION, 'neutron');
      const faults: readonly Fault[] = ['dropped', 'lost', 'late', 'refused'];
      proxy.faultOf = (method, port) =>
        port === neutron && counts(method) && dice.chance(10) ? dice.one(faults) : undefined;
    };
    const subnets = async (): Promise<string[]> => {
      const [, body] = await (await client()).call('neutron', 'GET', '/v2.0/subnets');
      return body.subnets.map(({ id }: { id: string }) => id);
    };
    let firstSubnets: readonly string[] = [];
    /** Whether a stack has completed a resource whose address begins so, since then: a journal holds earlier applies, too. */
    const hasMade = (stack: string, address: string, since: number, times = 1) => {
      const journal = join(county.state, `${stack}.journal`);
      const lines = existsSync(journal) ? readFileSync(journal, 'utf8').split('\n') : [];
      const made = lines.filter((line) => {
        if (!line.includes('"apply_complete"') || !line.includes(`"addr":"${address}`)) return false;
        return Date.parse(/"@timestamp":"([^"]+)"/.exec(line)?.[1] ?? '') >= since;
      });
      return made.length >= times;
    };

    test('the sandbox comes up, with tokens that expire soon', async () => {
      const up = `sandbox up small --state ${stateFolder()} --port-offset 4700 --token-seconds ${TOKEN_SECONDS}`;
      expect(await run(up)).toMatchObject({ code: 0 });
      surroundings = { ...surroundings, OS_CLIENT_CONFIG_FILE: sandboxStatus({ state: stateFolder() }).cloudsFile };
    });

    test('a physical network that the cloud does not have is named', async () => {
      county.edit('planes.yaml', (text) => text.replace('physnet: physnet-extranet', 'physnet: physnet-nowhere'));
      const { code, said } = await run('apply small --cloud sandbox --yes');
      expect([code, said]).toEqual([5, expect.stringContaining('physnet-nowhere')]);
      county.edit('planes.yaml', (text) => text.replace('physnet: physnet-nowhere', 'physnet: physnet-extranet'));
    });

    test('where a tenth of what is asked of Neutron fails, a plan says so and changes nothing', async () => {
      tenth((method) => method === 'GET');
      const { code, said } = await run('plan small', proxied());
      expect([code, said]).toEqual([5, expect.stringMatching(/a fault of the proxy|EOF|reset/)]);
    });

    test('where no subnet gets its tags, those that were made are half-made', async () => {
      proxy.faultOf = (method, _, path) =>
        method === 'PUT' && /\/subnets\/[^/]+\/tags$/.test(path) ? 'refused' : undefined;
      const { code, said } = await run('apply small --yes', proxied());
      expect([code, said]).toEqual([5, expect.stringMatching(/half-made: .*openstack_networking_subnet_v2\./)]);
      firstSubnets = await subnets();
      expect(firstSubnets.length).toBeGreaterThan(0);
    });

    test('where a tenth of the changes fails, an apply names what failed, and keeps what was half-made and is protected', async () => {
      tenth((method) => method !== 'GET');
      const { code, said } = await run('apply small --yes', proxied());
      expect(said).toMatch(
        /planes: a call failed behind the making of subnet \S+; it is whole and is kept \(\S+:\d+:\d+\)/,
      );
      expect([code, said]).toEqual([5, expect.stringMatching(/ENGINE_REFUSED .*\n.* says of /)]);
      expect(proxy.happened.lost + proxy.happened.dropped).toBeGreaterThan(0);
    });

    test('a name that somebody else has taken is named, and is left to him', async () => {
      const theirs = { name: PROJECT, domain_id: 'default', description: 'somebody else’s' };
      const [, { project }] = await (await client()).call('keystone', 'POST', '/projects', { project: theirs });
      const { code, said } = await run('apply small --cloud sandbox --yes');
      expect([code, said]).toEqual([5, expect.stringMatching(/openstack_identity_project_v3\.\S+\): .*409/)]);
      const [, found] = await (await client()).call('keystone', 'GET', `/projects/${project.id}`);
      expect(found.project.description).toBe('somebody else’s');
      await (await client()).call('keystone', 'DELETE', `/projects/${project.id}`);
    });

    test('a quota that is too small halfway is named', async () => {
      const began = Date.now();
      let lowering: Promise<unknown> | undefined;
      const lower = async () => {
        const [, { projects }] = await (await client()).call('keystone', 'GET', `/projects?name=${PROJECT}`);
        const quota = { quota: { security_group_rule: 3, port: 3 } };
        await (await client()).call('neutron', 'PUT', `/v2.0/quotas/${projects[0].id}`, quota);
      };
      const end = await egovProcess(
        'apply small --cloud sandbox --yes',
        { folder: county.folder, surroundings },
        () => {
          if (!hasMade('tenant-health', 'openstack_networking_quota_v2', began)) return false;
          lowering = lower();
          return true;
        },
      );
      await lowering;
      expect([end.end, end.said]).toEqual([5, expect.stringMatching(/[Qq]uota exceeded/)]);
    });

    test('a provider that is killed is told as a crash, with what it had begun', async () => {
      const { late } = proxy.happened;
      proxy.faultOf = (method, _, path) => (method === 'POST' && path.endsWith('/v2.0/ports') ? 'late' : undefined);
      const end = await egovProcess('apply small --yes', { folder: county.folder, surroundings: proxied() }, (pid) => {
        if (proxy.happened.late === late) return false;
        // Its call is on the way, and comes to the cloud when nobody is left to hear the answer.
        const provider = () => startedBy(pid, /terraform-provider-openstack/);
        for (let one = provider(); one !== undefined; one = provider()) process.kill(one, 'SIGKILL');
        return true;
      });
      proxy.faultOf = () => undefined;
      expect([end.end, end.said]).toEqual([5, expect.stringMatching(/^ENGINE_CRASHED /m)]);
      expect(end.said).toMatch(/half-made: .*openstack_networking_port_v2/);
    });

    test('a region that is lost in the middle of an apply ends it, and says what is half-made', async () => {
      const began = Date.now();
      let stopping: Promise<unknown> | undefined;
      const end = await egovProcess(
        'apply small --cloud sandbox --yes',
        { folder: county.folder, surroundings },
        () => {
          if (!hasMade('tenant-health', 'openstack_', began, 5)) return false;
          stopping = sandboxStopRegion({ state: stateFolder(), region: REGION });
          return true;
        },
      );
      await stopping;
      expect((await sandboxStartRegion({ state: stateFolder(), region: REGION })).condition).toBe('up');
      expect([end.end, end.said]).toEqual([5, expect.stringMatching(/connection refused|EOF|reset by peer/)]);
    });

    test('after all of it the same command converges', async () => {
      proxy.faultOf = () => undefined;
      const first = await run('apply small --yes', proxied());
      // What a lost call has made may show only after the first look; the next apply finds it.
      const { code, said } = first.code === 0 ? first : await run('apply small --yes', proxied());
      expect([code, code === 0 ? '' : said]).toEqual([0, '']);
      const plan = await run('plan small --cloud sandbox --detailed-exitcode');
      expect([plan.code, plan.code === 0 ? '' : plan.out]).toEqual([0, '']);
    });

    test('and nothing is there twice', async () => {
      for (const kind of ['networks', 'routers', 'subnets', 'security-groups', 'ports']) {
        const [, body] = await (await client()).call('neutron', 'GET', `/v2.0/${kind}`);
        const things: { name: string; project_id: string }[] = body[kind.replace('-', '_')];
        const ours = things.filter(({ name }) => name !== 'default' && name !== '');
        const names = ours.map((one) => `${one.name} of ${one.project_id}`);
        expect(names).toEqual([...new Set(names)]);
        expect(names.length).toBeGreaterThan(0);
      }
      expect(await subnets()).toEqual(expect.arrayContaining([...firstSubnets]));
      const { code, out } = await run('drift small --cloud sandbox');
      expect([code, code === 0 ? '' : out]).toEqual([0, '']);
    });

    test('a long command outlives its tokens', async () => {
      let held = false;
      proxy.late = (TOKEN_SECONDS + 5) * 1000;
      proxy.faultOf = (method) => {
        if (held || method !== 'DELETE') return undefined;
        held = true;
        return 'late';
      };
      const { code, said } = await run('destroy small --yes --allow-destroy all --reason tried', proxied());
      expect([code, code === 0 ? '' : said]).toEqual([0, '']);
      expect(proxy.expired).toBeGreaterThan(0);
      const [, { networks }] = await (await client()).call('neutron', 'GET', '/v2.0/networks');
      expect(networks).toEqual([]);
    });
  });
});
