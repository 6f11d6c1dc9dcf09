import { existsSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import type { SandboxAnswer } from '../../../sandbox/sandbox-ask';
import { sandboxAsk } from '../../../sandbox/sandbox-ask';
import { sandboxDown, sandboxStartRegion, sandboxStopRegion } from '../../../sandbox/sandbox-down';
import { defaultSettings, portsOf, type SandboxSettings, servicePort } from '../../../sandbox/sandbox-settings';
import { sandboxStatus } from '../../../sandbox/sandbox-status';
import { sandboxReset, sandboxUp } from '../../../sandbox/sandbox-up';
import { describeWithSandbox, SANDBOX_PATIENCE, SandboxClient } from '../../support/sandbox';
import { buildPacketWorld } from './packet-world';

jest.setTimeout(SANDBOX_PATIENCE);

const settings: SandboxSettings = {
  ...defaultSettings,
  regions: ['hebei-sjz'],
  network: 'ovn',
  portOffset: 7000,
  physnets: ['physnet-extranet', 'physnet-internet'],
  azs: ['az1'],
};

/** Ports of the sandbox on which something accepts. */
async function listening(): Promise<string[]> {
  const found = await Promise.all(
    portsOf(settings).map(async ({ service, port }) => ((await accepts(port, '127.0.0.1')) ? service : undefined)),
  );
  return found.filter((service) => service !== undefined);
}

function accepts(port: number, host: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, host);
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });
}

describeWithSandbox('the sandbox', (state) => {
  test('it comes up with every service, and says where its credentials are', async () => {
    const steps: string[] = [];
    const status = await sandboxUp({ state: state(), ...settings, onProgress: ({ en }) => steps.push(en) });
    expect(status.condition).toBe('up');
    expect(steps.at(-1)).toBe('wait for hosts, storage and agents');
    const file = status.cloudsFile as string;
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toContain('http://127.0.0.1:12000/v3');
  });

  test('a second start finds it running and starts nothing', async () => {
    const steps: string[] = [];
    const status = await sandboxUp({ state: state(), onProgress: ({ en }) => steps.push(en) });
    expect([status.condition, steps]).toEqual(['up', []]);
  });

  test('it is not started again with other settings', async () => {
    await expect(sandboxUp({ state: state(), network: 'ovs' })).rejects.toMatchObject({
      problems: [{ code: 'SANDBOX_SETTINGS' }],
    });
  });

  test('zones are there, and only the physical networks that were asked for', async () => {
    const client = await SandboxClient.of(sandboxStatus({ state: state() }));
    const [, zones] = await client.call('nova', 'GET', '/v2.1/os-availability-zone');
    expect(zones.availabilityZoneInfo.map((zone: { zoneName: string }) => zone.zoneName)).toContain('az1');
    const [code, refusal] = await client.call('neutron', 'POST', '/v2.0/networks', {
      network: {
        'provider:network_type': 'vlan',
        'provider:physical_network': 'no-such',
        'provider:segmentation_id': 1,
      },
    });
    expect([code, refusal.NeutronError.message]).toEqual([400, expect.stringContaining("'no-such'")]);
  });

  test('the deployer has its roles inside a project that was made a moment ago', async () => {
    const status = sandboxStatus({ state: state() });
    const client = await SandboxClient.of(status);
    const made = await client.call('keystone', 'POST', '/projects', {
      project: { name: 'fresh', domain_id: 'default' },
    });
    const { id } = made[1].project;
    const inside = await SandboxClient.of(status, 'admin', 'fresh');
    const [code, { volume }] = await inside.call('cinder', 'POST', `/v3/${id}/volumes`, { volume: { size: 1 } });
    expect([code, volume.metadata]).toEqual([202, {}]);
    expect((await inside.call('cinder', 'GET', `/v3/${id}/volumes`))[1].volumes).toHaveLength(1);
    expect((await inside.call('barbican', 'POST', '/v1/secrets', { name: 'key' }))[0]).toBe(201);
  });

  test('the reader sees what belongs to every project, and makes, changes and removes nothing', async () => {
    const reader = await SandboxClient.of(sandboxStatus({ state: state() }), 'reader');
    const [, { projects }] = await reader.call('keystone', 'GET', '/projects?name=fresh');
    const client = await SandboxClient.of(sandboxStatus({ state: state() }));
    const id = await client.make('network', { name: 'theirs', tenant_id: projects[0].id });
    const [, { network }] = await reader.call('neutron', 'GET', `/v2.0/networks/${id}`);
    expect(network.name).toBe('theirs');
    const refused = await Promise.all([
      reader.call('keystone', 'POST', '/projects', { project: { name: 'x', domain_id: 'default' } }),
      reader.call('neutron', 'POST', '/v2.0/networks', { network: { name: 'x' } }),
      reader.call('neutron', 'PUT', `/v2.0/networks/${id}`, { network: { name: 'x' } }),
      reader.call('neutron', 'DELETE', `/v2.0/networks/${id}`),
      reader.call('nova', 'POST', '/v2.1/flavors', { flavor: { name: 'x', ram: 1, vcpus: 1, disk: 1 } }),
      reader.call('designate', 'POST', '/v2/zones', { name: 'x.test.', email: 'a@b.test' }),
      reader.call('glance', 'POST', '/v2/images', { name: 'x' }),
      reader.call('barbican', 'POST', '/v1/secrets', { name: 'x' }),
    ]);
    expect(refused.map(([code]) => code)).toEqual(refused.map(() => 403));
    expect((await client.call('neutron', 'DELETE', `/v2.0/networks/${id}`))[0]).toBe(204);
  });

  describe('asked about packets', () => {
    beforeAll(async () => buildPacketWorld(await SandboxClient.of(sandboxStatus({ state: state() }))));
    const ask = async (source: string, destination: string, service: string): Promise<SandboxAnswer> =>
      sandboxAsk({ state: state(), source, destination, service });

    test.each([
      ['app-1', 'app-2', 'tcp/443', 'ALLOW', 'out of port app-2'],
      ['app-1', 'app-2', 'tcp/80', 'DENY', 'dropped in ls_out_acl'],
      ['app-1', '2001:db8:16::12', 'tcp/443', 'ALLOW', 'out of port app-2'],
      ['10.16.16.11', 'db-1', 'tcp/5432', 'ALLOW', 'out of port db-1, 10.16.0.1 sends it to 10.16.0.32'],
      ['app-1', '10.16.32.11', 'icmp', 'DENY', 'dropped in ls_out_acl, 10.16.0.1 sends it to 10.16.0.32'],
      ['db-1', 'app-1', 'tcp/443', 'DENY', 'dropped in ls_in_acl'],
      ['app-1', '203.0.113.7', 'udp/53', 'ALLOW', 'out of the wire of its network, 10.16.0.1 is taken to be there'],
      ['edge@10.16.16.9', 'db-1', 'tcp/5432', 'ALLOW', 'out of port db-1'],
      ['edge@59.200.1.1', 'db-1', 'tcp/5432', 'DENY', 'dropped in ls_out_acl'],
    ])('%s to %s %s is %s', async (source, destination, service, verdict, reason) => {
      const answer = await ask(source, destination, service);
      expect([answer.verdict, answer.reason]).toEqual([verdict, reason]);
      expect(answer.droppedIn === undefined).toBe(verdict === 'ALLOW');
    });

    test.each([
      ['nobody', 'db-1', 'tcp/443', 'no port is called nobody'],
      ['app-1', 'db-1', 'tcp/https', 'tcp/https is no service: tcp/443, udp/53, icmp'],
      ['app@10.0.0.1x', 'db-1', 'tcp/443', '10.0.0.1x is no address'],
    ])('%s to %s %s makes no sense', async (source, destination, service, reason) => {
      await expect(ask(source, destination, service)).rejects.toMatchObject({
        problems: [{ code: 'SANDBOX_QUESTION', message: { en: `the question makes no sense: ${reason}` } }],
      });
    });
  });

  test('the rest of a half-started sandbox is ended, and the sandbox starts as it was', async () => {
    const neutron = sandboxStatus({ state: state() }).services.find(({ name }) => name === 'neutron-hebei-sjz');
    process.kill(neutron?.pid as number, 'SIGKILL');
    while (sandboxStatus({ state: state() }).condition !== 'partial') await new Promise((r) => setTimeout(r, 50));
    expect((await sandboxUp({ state: state() })).condition).toBe('up');
    const client = await SandboxClient.of(sandboxStatus({ state: state() }));
    expect((await client.call('neutron', 'GET', '/v2.0/ports?name=db-1'))[1].ports).toHaveLength(1);
  });

  test('a region that is lost answers nothing, and comes back with what it had', async () => {
    const region = 'hebei-sjz';
    expect((await sandboxStopRegion({ state: state(), region })).condition).toBe('partial');
    expect(await listening()).toEqual(['keystone']);
    expect((await sandboxStartRegion({ state: state(), region })).condition).toBe('up');
    const client = await SandboxClient.of(sandboxStatus({ state: state() }));
    expect((await client.call('neutron', 'GET', '/v2.0/ports?name=db-1'))[1].ports).toHaveLength(1);
  });

  test('a reset brings a clean cloud from the copy, without making it anew', async () => {
    const steps: string[] = [];
    const status = await sandboxReset({ state: state(), onProgress: ({ en }) => steps.push(en) });
    expect([status.condition, steps]).toEqual(['up', expect.not.arrayContaining(['create the schemas'])]);
    const client = await SandboxClient.of(status);
    expect((await client.call('neutron', 'GET', '/v2.0/networks'))[1].networks).toEqual([]);
  });

  test('nothing listens beyond loopback', async () => {
    const port = servicePort(settings, 'hebei-sjz', 'neutron');
    const listeners = ['/proc/net/tcp', '/proc/net/tcp6']
      .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === '0A')
      .map((fields) => (fields[1] as string).split(':'));
    const ports = new Set(portsOf(settings).map((each) => each.port));
    const ours = listeners.filter(([, hex]) => ports.has(Number.parseInt(hex as string, 16)));
    expect(ours.map(([, hex]) => Number.parseInt(hex as string, 16))).toContain(port);
    expect(new Set(ours.map(([address]) => address))).toEqual(new Set(['0100007F']));
  });

  test('a start that is cut off ends what it started and leaves the sandbox as it was', async () => {
    await sandboxDown({ state: state() });
    const controller = new AbortController();
    const started = sandboxUp({
      state: state(),
      signal: controller.signal,
      onProgress: ({ en }) => {
        if (en.startsWith('start the services')) setTimeout(() => controller.abort(new Error('Ctrl-C')), 500);
      },
    });
    await expect(started).rejects.toThrow('Ctrl-C');
    expect(await listening()).toEqual([]);
    expect(sandboxStatus({ state: state() }).condition).toBe('down');
  });

  test('it ends as a whole, and is gone when it is wiped', async () => {
    expect((await sandboxDown({ state: state() })).condition).toBe('down');
    expect(await listening()).toEqual([]);
    expect((await sandboxDown({ state: state(), wipe: true })).condition).toBe('absent');
    expect(existsSync(state())).toBe(false);
  });
});
