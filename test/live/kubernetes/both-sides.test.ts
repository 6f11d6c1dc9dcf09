import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCredentials } from '../../../deployment/openstack/cloud-credentials';
import { KeystoneSession } from '../../../deployment/openstack/keystone-session';
import { OpenStackClient } from '../../../deployment/openstack/openstack-client';
import { readEnvironment } from '../../../environments/read-environment';
import { Cidr } from '../../../model/cidr';
import { designEnvironment } from '../../../model/design/design-environment';
import { clustersDown, clustersStatus } from '../../../sandbox/index';
import { sandboxDown } from '../../../sandbox/sandbox-down';
import { sandboxStatus } from '../../../sandbox/sandbox-status';
import { clusterInputsOf } from '../../../stacks/kubernetes/cluster-inputs-of';
import { describeWithClusters, kubectl } from '../../support/clusters';
import { egov } from '../../support/egov-run';
import { describeWithEngine } from '../../support/engines';
import { ROOT } from '../../support/repository-files';
import { describeWithSandbox, SANDBOX_PATIENCE } from '../../support/sandbox';

jest.setTimeout(SANDBOX_PATIENCE);

const ENVIRONMENTS = join(ROOT, 'environments');
const ID = 'guangxi/liuzhou/liucheng';
const STACK = 'guangxi-liuzhou-liucheng-extranet';
const design = designEnvironment(readEnvironment(ENVIRONMENTS, ID));

/** A cloud and its clusters, found where the sandbox puts them, as somebody does who tries it. */
describeWithEngine('tofu', 'with OpenTofu', () => {
  describeWithSandbox('a county', () => {
    describeWithClusters('with its cluster', () => {
      const folder = mkdtempSync(join(tmpdir(), 'egov-both-'));
      const before = process.env['XDG_STATE_HOME'];
      const { PATH, HOME, XDG_CACHE_HOME } = process.env;
      const surroundings = { PATH, HOME, XDG_CACHE_HOME, XDG_STATE_HOME: folder };
      const run = (args: string) => egov(`--environments ${ENVIRONMENTS} ${args}`, { folder, surroundings });
      const clusters = () => clustersStatus().state;
      const on = (...args: string[]) => kubectl(clusters(), STACK, args);
      let cloud: OpenStackClient;

      beforeAll(async () => {
        process.env['XDG_STATE_HOME'] = folder;
        for (const side of ['', '--kubernetes '])
          expect(await run(`sandbox up ${side}${ID} --port-offset 2600`)).toMatchObject({ code: 0 });
        const { cloudsFile = '', settings } = sandboxStatus();
        const credentials = findCredentials({
          cloud: 'sandbox',
          surroundings: { ...surroundings, OS_CLIENT_CONFIG_FILE: cloudsFile },
          folder,
        });
        cloud = new OpenStackClient(await KeystoneSession.open(credentials), settings?.regions[0] as string);
      }, SANDBOX_PATIENCE);

      afterAll(async () => {
        await clustersDown();
        await sandboxDown();
        rmSync(folder, { recursive: true, force: true });
        if (before === undefined) delete process.env['XDG_STATE_HOME'];
        else process.env['XDG_STATE_HOME'] = before;
      }, SANDBOX_PATIENCE);

      test('is applied as a whole, OpenStack first', async () => {
        const { code, said } = await run(`apply ${ID} --cloud sandbox --yes`);
        expect([code, said]).toEqual([0, expect.stringContaining(`✓ ${STACK}`)]);
        const order = [...said.matchAll(/^✓ ([\w-]+)/gm)].map(([, name]) => name);
        expect([order.includes('planes'), order.at(-1)]).toEqual([true, STACK]);
      });

      test('hands on to the cluster what the OpenStack side made', async () => {
        const [cluster] = design.clusters ?? [];
        const { dnsZone, entrances } = clusterInputsOf(design, cluster as NonNullable<typeof cluster>);
        const { out } = await run(`--json output ${ID} --only kubernetes`);
        const { stacks } = JSON.parse(out) as { stacks: Readonly<Record<string, { readonly dnsZone: string }>> };
        expect(stacks[STACK]?.dnsZone).toBe(dnsZone);
        const zones = await cloud.list('dns', '/v2/zones', 'zones');
        expect(zones.map(({ name }) => name)).toContain(`${dnsZone}.`);
        const subnets = (await cloud.list('network', '/v2.0/subnets', 'subnets')).map(({ cidr }) => Cidr.of(`${cidr}`));
        const policies = on('get', 'networkpolicies', '-n', 'egov-ingress', '-o', 'json').stdout;
        const taken = entrances.map((block) => ({
          block,
          made: subnets.some((one) => Cidr.of(block).contains(one)),
          admitted: policies.includes(`"${block}"`),
        }));
        expect(taken.length).toBeGreaterThan(0);
        expect(taken).toEqual(entrances.map((block) => ({ block, made: true, admitted: true })));
      });

      test('has nothing to plan on either side', async () => {
        const { code, out } = await run(`plan ${ID} --cloud sandbox --detailed-exitcode`);
        expect([code, out.match(/^total .*/gm)?.map((one) => one.split(/ +/).slice(1))]).toEqual([
          0,
          Array.from({ length: 2 }, () => ['0', '0', '0', '0']),
        ]);
      });

      test('an edit with kubectl is drift, named with its field and who made it, and an apply takes it back', async () => {
        const [namespace = ''] = (design.clusters ?? []).flatMap(({ namespaces }) =>
          namespaces.map(({ name }) => name),
        );
        const patch = ['patch', 'resourcequota', 'quota', '-n', namespace, '--type=merge', '-p'];
        expect(on(...patch, '{"spec":{"hard":{"pods":"999"}}}').code).toBe(0);
        const { code, out } = await run(`drift ${ID} --cloud sandbox`);
        expect([code, out]).toEqual([
          2,
          expect.stringMatching(new RegExp(`${namespace}/quota.*spec.hard.pods.*kubectl`, 's')),
        ]);
        expect(await run(`apply ${ID} --cloud sandbox --yes`)).toMatchObject({ code: 0 });
        expect(await run(`drift ${ID} --cloud sandbox`)).toMatchObject({ code: 0 });
      });

      test('is destroyed on both sides, the cluster first, and nothing is left', async () => {
        const { code, said } = await run(`destroy ${ID} --cloud sandbox --yes`);
        const order = [...said.matchAll(/^✓ ([\w-]+)/gm)].map(([, name]) => name);
        expect([code, order[0], order.includes('planes')]).toEqual([0, STACK, true]);
        expect(await cloud.list('network', '/v2.0/networks', 'networks')).toEqual([]);
        const kinds = 'namespaces,clusterroles,validatingadmissionpolicies,priorityclasses,storageclasses';
        expect(on('get', kinds, '-o', 'name', '-l', 'app.kubernetes.io/managed-by=egov').stdout).toBe('');
      });
    });
  });
});
