import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal } from '../../../deployment/apply-journal';
import { findCredentials } from '../../../deployment/openstack/cloud-credentials';
import { KeystoneSession } from '../../../deployment/openstack/keystone-session';
import { OpenStackClient, type ServiceName } from '../../../deployment/openstack/openstack-client';
import { sandboxStatus } from '../../../sandbox/sandbox-status';
import { DeployableEnvironment } from '../../support/deployable-environment';
import { type EgovEnd, egov, egovProcess } from '../../support/egov-run';
import { describeWithEngine } from '../../support/engines';
import { describeWithSandbox, SANDBOX_PATIENCE } from '../../support/sandbox';

jest.setTimeout(SANDBOX_PATIENCE);

describeWithEngine('tofu', 'with OpenTofu', () => {
  describeWithSandbox('an environment on the sandbox', (stateFolder) => {
    const county = new DeployableEnvironment();
    const { PATH, HOME, XDG_CACHE_HOME } = process.env;
    let surroundings: Readonly<Record<string, string | undefined>> = { PATH, HOME, XDG_CACHE_HOME };
    let cloud: OpenStackClient;
    afterAll(() => county.remove());

    const run = (args: string, more: Readonly<Record<string, string>> = {}): Promise<EgovEnd> =>
      egov(args, { folder: county.folder, surroundings: { ...surroundings, ...more } });
    const names = async (service: ServiceName, path: string, key: string) =>
      (await cloud.list(service, path, key)).map(({ name }) => String(name)).sort();
    const rules = () => cloud.list('network', '/v2.0/security-group-rules', 'security_group_rules');

    test('the sandbox comes up with what the environment presumes', async () => {
      const state = stateFolder();
      expect(await run(`sandbox up small --state ${state} --port-offset 4100`)).toMatchObject({ code: 0 });
      surroundings = { ...surroundings, OS_CLIENT_CONFIG_FILE: sandboxStatus({ state }).cloudsFile };
      const credentials = findCredentials({ cloud: 'sandbox', surroundings, folder: county.folder });
      cloud = new OpenStackClient(await KeystoneSession.open(credentials), 'liucheng');
      expect(await names('volume', '/types?is_public=None', 'volume_types')).toContain('encrypted-ssd');
      expect(await names('keys', '/v1/containers?limit=100', 'containers')).toEqual(['health-2026']);
    });

    test('a wrong name, a wrong password and an account that only reads are refused before anything is made', async () => {
      expect((await run('apply small --cloud elsewhere --yes')).said).toContain('CLOUD_UNKNOWN elsewhere');
      const { authUrl } = sandboxStatus({ state: stateFolder() });
      const variables = {
        OS_AUTH_URL: String(authUrl),
        OS_USERNAME: 'admin',
        OS_PASSWORD: 'wrong',
        OS_PROJECT_NAME: 'admin',
      };
      const wrong = await run('apply small --yes', variables);
      expect([wrong.code, wrong.said.split('\n')[0]]).toEqual([5, 'CLOUD_UNAUTHORIZED OS_*']);
      expect(wrong.said).not.toContain('wrong');
      const reader = await run('apply small --cloud sandbox-reader --yes');
      expect([reader.code, reader.said.split('\n')[0]]).toEqual([5, 'CLOUD_READER sandbox-reader']);
      expect(await names('network', '/v2.0/networks', 'networks')).toEqual([]);
    });

    test('egov is killed while OpenTofu works: OpenTofu goes on, and the next apply waits for it and converges', async () => {
      const journal = join(county.state, 'planes.journal');
      const end = await egovProcess(
        'apply small --cloud sandbox --yes',
        { folder: county.folder, surroundings },
        (pid) => {
          if (!existsSync(journal) || (readJournal(journal)?.steps.size ?? 0) < 20) return false;
          process.kill(pid, 'SIGKILL');
          return true;
        },
      );
      expect(end.end).toBe('SIGKILL');
      const again = await run('apply small --cloud sandbox --yes');
      expect(again.said).toContain('still works for an egov that was killed');
      expect(again.code).toBe(0);
      const networks = await names('network', '/v2.0/networks', 'networks');
      expect(networks).toEqual([...new Set(networks)]);
    });

    test('then there is nothing to plan, and another apply changes nothing', async () => {
      expect(await run('plan small --cloud sandbox --detailed-exitcode')).toMatchObject({ code: 0 });
      expect((await run('apply small --cloud sandbox --yes')).said).toContain('small: no changes');
    });

    test('an account that only reads plans and looks for drift, and is not let change anything', async () => {
      expect(await run('plan small --cloud sandbox-reader --detailed-exitcode')).toMatchObject({ code: 0 });
      expect(await run('drift small --cloud sandbox-reader')).toMatchObject({ code: 0, out: '' });
      const refused = await run('apply small --cloud sandbox-reader --yes');
      expect([refused.code, refused.said.split('\n')[0]]).toEqual([5, 'CLOUD_READER sandbox-reader']);
    });

    test('volumes, server groups and key containers are in the project of the department', async () => {
      const projects = await cloud.list('identity', '/projects?name=450222-health-extranet', 'projects');
      const inside = await cloud.within(String(projects[0]?.['id']));
      const volumes = await inside.list('volume', '/volumes', 'volumes');
      expect(volumes.map(({ name }) => name)).toEqual(['health/clinics/db/1/data']);
      const groups = await inside.list('compute', '/os-server-groups', 'server_groups');
      expect(groups.map(({ name }) => name)).toEqual(['health/clinics/app']);
      const containers = await inside.list('keys', '/v1/containers', 'containers');
      expect(containers.map(({ name }) => name)).toEqual(['health-extranet-keys']);
    });

    test('a rule that was deleted by hand and one that was added are named, and the first comes back', async () => {
      const gone = (await rules()).find(({ description }) => String(description).startsWith('F14'));
      await cloud.remove('network', `/v2.0/security-group-rules/${gone?.['id']}`);
      const rule = { security_group_id: gone?.['security_group_id'], direction: 'ingress', protocol: 'tcp' };
      const open = { ...rule, port_range_min: 22, port_range_max: 22, remote_ip_prefix: '0.0.0.0/0' };
      const made = await cloud.post('network', '/v2.0/security-group-rules', { security_group_rule: open });
      const drift = await run('drift small --cloud sandbox');
      expect(drift.code).toBe(2);
      expect(drift.out).toMatch(/rule F14 .* is missing/);
      expect(drift.out).toMatch(/rule ingress tcp\/22 from 0\.0\.0\.0\/0 of group \S+ is declared by nobody/);
      const id = (made['security_group_rule'] as { id: string }).id;
      await cloud.remove('network', `/v2.0/security-group-rules/${id}`);
      expect(await run('apply small --cloud sandbox --yes')).toMatchObject({ code: 0 });
      expect(await run('drift small --cloud sandbox')).toMatchObject({ code: 0, out: '' });
    });

    test('a renamed department is moved with what it has: no project, network, volume or rule is made again', async () => {
      const ids = async () => [
        ...(await cloud.list('identity', '/projects', 'projects')).map(({ id }) => String(id)),
        ...(await cloud.list('network', '/v2.0/networks', 'networks')).map(({ id }) => String(id)),
        ...(await cloud.list('network', '/v2.0/ports', 'ports')).map(({ id }) => String(id)),
        ...(await cloud.list('volume', '/volumes/detail?all_tenants=1', 'volumes')).map(({ id }) => String(id)),
        ...(await rules()).map(({ id }) => String(id)),
      ];
      const before = (await ids()).sort();
      for (const [from, to] of [
        ['health', 'wellness'],
        ['wellness', 'health'],
      ]) {
        expect(await run(`rename small tenants/${from} ${to}`)).toMatchObject({ code: 0 });
        const planned = await run('--json plan small --cloud sandbox');
        const { total } = JSON.parse(planned.out) as { total: Readonly<Record<string, number>> };
        expect([total['add'], total['replace'], total['destroy']]).toEqual([0, 0, 0]);
        expect(await run('apply small --cloud sandbox --yes')).toMatchObject({ code: 0 });
        expect(await names('identity', '/projects', 'projects')).toContain(`450222-${to}-extranet`);
        expect(await run('plan small --cloud sandbox --detailed-exitcode')).toMatchObject({ code: 0 });
        expect(await run('drift small --cloud sandbox')).toMatchObject({ code: 0, out: '' });
      }
      expect((await ids()).sort()).toEqual(before);
    });

    test('a department that was removed is named, stays until it is allowed to go, and then is gone', async () => {
      const tenant = [
        'name: 档案局',
        'systems:',
        '  files:',
        '    name: 档案',
        '    mlps: 2',
        '    tiers: { db: { plane: extranet, zone: data, servers: 1, flavor: c4m16 } }',
        '',
      ];
      writeFileSync(county.path('tenants/archives.yaml'), tenant.join('\n'));
      expect(await run('apply small --cloud sandbox --yes')).toMatchObject({ code: 0 });
      rmSync(county.path('tenants/archives.yaml'));
      const planned = await run('plan small --cloud sandbox --detailed-exitcode');
      expect([planned.code, planned.said]).toEqual([
        2,
        expect.stringContaining('tenant-archives stays as it is until'),
      ]);
      const kept = await run('apply small --cloud sandbox --yes');
      expect([kept.code, kept.said]).toEqual([0, expect.stringContaining('--allow-destroy tenant-archives')]);
      expect((await run('drift small --cloud sandbox')).out).toMatch(
        /^tenant-archives: .* described no more\) is still there/,
      );
      const gone = await run('apply small --cloud sandbox --yes --allow-destroy tenant-archives --reason closed');
      expect(gone.code).toBe(0);
      expect(await names('identity', '/projects', 'projects')).not.toContain('450222-archives-extranet');
      expect(await run('plan small --cloud sandbox --detailed-exitcode')).toMatchObject({ code: 0 });
    });

    test('a volume does not go unless the change names it, with a reason that is kept', async () => {
      county.edit('tenants/health.yaml', (text) => text.replace('volumes: { data:', 'volumes: { records:'));
      const refused = await run('apply small --cloud sandbox --yes');
      expect(refused.code).toBe(4);
      const [, address = ''] = /--allow-destroy (\S+)/.exec(refused.said) ?? [];
      expect(address).toBe('tenant-health/openstack_blockstorage_volume_v3.health_clinics_db_1_data');
      expect((await run(`apply small --cloud sandbox --yes --allow-destroy ${address}`)).said).toContain(
        'DEPLOY_REASON',
      );
      const allowed = await run(`apply small --cloud sandbox --yes --allow-destroy ${address} --reason emptied`);
      expect(allowed.code).toBe(0);
      const kept = readFileSync(join(county.state, 'allowed-destroys.jsonl'), 'utf8').trim().split('\n');
      expect(JSON.parse(kept.at(-1) ?? '')).toMatchObject({
        address,
        action: 'destroy',
        account: 'admin',
        reason: 'emptied',
      });
    });

    test('a saved plan is applied as it was reviewed, once', async () => {
      county.edit('tenants/health.yaml', (text) => text.replace('ports: tcp/5236', 'ports: tcp/5432'));
      const file = join(county.folder, 'reviewed.plan');
      expect(await run(`plan small --cloud sandbox --save ${file}`)).toMatchObject({ code: 0 });
      expect(await run(`apply --saved ${file} --cloud sandbox --yes`)).toMatchObject({ code: 0 });
      expect((await rules()).filter((rule) => rule['port_range_min'] === 5236)).toEqual([]);
      const again = await run(`apply --saved ${file} --cloud sandbox --yes`);
      expect([again.code, again.said]).toEqual([
        5,
        expect.stringContaining('the state of tenant-health moved on since'),
      ]);
    });

    test('a saved plan is refused when the environment moved on', async () => {
      const file = join(county.folder, 'reviewed.plan');
      await run(`plan small --cloud sandbox --save ${file}`);
      county.edit('tenants/health.yaml', (text) => text.replace('ports: tcp/5432', 'ports: tcp/5433'));
      const refused = await run(`apply --saved ${file} --cloud sandbox --yes`);
      expect([refused.code, refused.said]).toEqual([5, expect.stringContaining('the environment moved on since')]);
    });

    test('OpenTofu is killed: what is half-made is named, and the next apply makes nothing twice', async () => {
      const journal = join(county.state, 'tenant-health.journal');
      await run('destroy small --cloud sandbox --yes');
      const end = await egovProcess(
        'apply small --cloud sandbox --yes',
        { folder: county.folder, surroundings },
        () => {
          const read = existsSync(journal) ? readJournal(journal) : undefined;
          if (read?.engine === undefined || read.steps.size < 12) return false;
          process.kill(read.engine.pid, 'SIGKILL');
          return true;
        },
      );
      expect([end.end, end.said]).toEqual([5, expect.stringContaining('half-made: openstack_')]);
      // A call of the killed engine may come through after the next apply has looked for it; the one after finds it.
      const again = await run('apply small --cloud sandbox --yes');
      if (again.code !== 0) expect(await run('apply small --cloud sandbox --yes')).toMatchObject({ code: 0 });
      for (const [path, key] of [
        ['/v2.0/networks', 'networks'],
        ['/v2.0/routers', 'routers'],
      ] as const) {
        const found = await names('network', path, key);
        expect(found).toEqual([...new Set(found)]);
      }
      expect(await run('plan small --cloud sandbox --detailed-exitcode')).toMatchObject({ code: 0 });
    });

    test('a damaged state is refused and left as it is', async () => {
      const file = join(county.state, 'planes.tfstate');
      const whole = readFileSync(file, 'utf8');
      writeFileSync(file, whole.slice(0, 1000));
      const refused = await run('apply small --cloud sandbox --yes');
      expect([refused.code, refused.said.split('\n')[0]]).toEqual([5, `STATE_DAMAGED ${file}`]);
      expect(readFileSync(file, 'utf8')).toBe(whole.slice(0, 1000));
      writeFileSync(file, whole);
    });

    test('a cloud whose states are lost is adopted: what exists is imported, and nothing is replaced', async () => {
      renameSync(county.state, `${county.state}.lost`);
      const adopted = await run('--json adopt small --cloud sandbox');
      const { stacks } = JSON.parse(adopted.out) as { stacks: { name: string; ambiguous: []; missing: string[] }[] };
      expect(stacks.map(({ name, ambiguous, missing }) => [name, ambiguous, missing])).toEqual(
        ['foundation', 'planes', 'tenant-health'].map((name) => [name, [], []]),
      );
      const applied = await run('--json apply small --cloud sandbox --yes');
      expect(applied.code).toBe(0);
      const { total } = JSON.parse(applied.out) as { total: Readonly<Record<string, number>> };
      expect([total['replace'], total['destroy']]).toEqual([0, 0]);
      expect(await run('plan small --cloud sandbox --detailed-exitcode')).toMatchObject({ code: 0 });
    });

    test('with a passphrase states are encrypted, and without it they are not touched', async () => {
      const passphrase = { EGOV_STATE_PASSPHRASE: 'sixteen characters or more' };
      county.edit('tenants/health.yaml', (text) => text.replace('ports: tcp/5433', 'ports: tcp/5434'));
      expect(await run('apply small --cloud sandbox --yes', passphrase)).toMatchObject({ code: 0 });
      const state = readFileSync(join(county.state, 'tenant-health.tfstate'), 'utf8');
      expect(Object.keys(JSON.parse(state))).toContain('encrypted_data');
      for (const file of readdirSync(county.state)) {
        const content = readFileSync(join(county.state, file), 'utf8');
        expect(content).not.toContain('sixteen characters');
      }
      expect((await run('plan small --cloud sandbox')).said).toContain('STATE_PASSPHRASE');
      expect(await run('plan small --cloud sandbox --detailed-exitcode', passphrase)).toMatchObject({ code: 0 });
    });

    test('in the end everything goes, and nothing is left', async () => {
      const passphrase = { EGOV_STATE_PASSPHRASE: 'sixteen characters or more' };
      expect(await run('destroy small --cloud sandbox --yes', passphrase)).toMatchObject({ code: 0 });
      expect(await names('network', '/v2.0/networks', 'networks')).toEqual([]);
      expect(await names('dns', '/v2/zones', 'zones')).toEqual([]);
      expect(await names('volume', '/volumes/detail?all_tenants=1', 'volumes')).toEqual([]);
      rmSync(`${county.state}.lost`, { recursive: true, force: true });
    });
  });
});
