import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCredentials } from '../../../deployment/openstack/cloud-credentials';
import { KeystoneSession } from '../../../deployment/openstack/keystone-session';
import { OpenStackClient } from '../../../deployment/openstack/openstack-client';
import { readEnvironment } from '../../../environments/read-environment';
import { designEnvironment } from '../../../model/design/design-environment';
import { readStacks } from '../../../proof/reading/read-stacks';
import { readWorld } from '../../../proof/reading/read-world';
import { type SandboxQuestion, sandboxAskAll } from '../../../sandbox/sandbox-ask';
import { sandboxStatus } from '../../../sandbox/sandbox-status';
import { emitStacks } from '../../../stacks/emit-stacks';
import { type AskedPair, AskedPairs } from '../../support/asked-pairs';
import { egov } from '../../support/egov-run';
import { describeWithEngine } from '../../support/engines';
import { ROOT } from '../../support/repository-files';
import { describeWithSandbox } from '../../support/sandbox';

const ENVIRONMENTS = join(ROOT, 'environments');
const SOME = 'guangxi/liuzhou/liucheng@ovn,qinghai@ovn';
const ALL = `${SOME},guangxi/liuzhou/liucheng@ovs,suizhou@ovn,guangxi/liuzhou@ovn,liaoning@ovs,hebei@ovn`;
/** Environment and network driver of each whole life: `EGOV_LIVE` is `all`, or such a list. */
const LIVES = (process.env['EGOV_LIVE'] === 'all' ? ALL : process.env['EGOV_LIVE'] || SOME).split(',');
/** On two cores a province is applied at one to two resources a second, for more than an hour where it has 6,000. */
const PATIENCE = 3 * 3_600_000;
const PAIRS = 600;
/** Destroyed only where time does not matter: it takes as long as to apply. Their sandbox is thrown away instead. */
const LARGE = ['hebei', 'liaoning', 'qinghai'];
const HASTE = process.env['EGOV_LIVE'] === undefined || process.env['CI'] !== undefined;

jest.setTimeout(PATIENCE);

describeWithEngine('tofu', 'with OpenTofu', () => {
  describe.each(LIVES.map((life) => life.split('@') as [string, string]))('%s on %s', (id, network) => {
    describeWithSandbox('in the sandbox', (stateFolder) => {
      const folder = mkdtempSync(join(tmpdir(), 'egov-whole-'));
      const { PATH, HOME, XDG_CACHE_HOME } = process.env;
      let surroundings: Readonly<Record<string, string | undefined>> = { PATH, HOME, XDG_CACHE_HOME };
      let cloud: OpenStackClient;
      let pairs: readonly AskedPair[] = [];
      afterAll(() => rmSync(folder, { recursive: true, force: true }));

      const run = (args: string) => egov(`--environments ${ENVIRONMENTS} ${args}`, { folder, surroundings });
      const ask = async (questions: readonly SandboxQuestion[]) =>
        (await sandboxAskAll({ state: stateFolder(), questions })).map((answer) =>
          'nonsense' in answer ? answer.nonsense : answer.verdict === 'ALLOW' ? 'passes' : 'blocked',
        );

      test('it is applied to a clean cloud', async () => {
        const state = stateFolder();
        expect(await run(`sandbox up ${id} --network ${network} --state ${state} --port-offset 4300`)).toMatchObject({
          code: 0,
        });
        const { cloudsFile, settings } = sandboxStatus({ state });
        surroundings = { ...surroundings, OS_CLIENT_CONFIG_FILE: cloudsFile };
        const session = await KeystoneSession.open(findCredentials({ cloud: 'sandbox', surroundings, folder }));
        cloud = new OpenStackClient(session, settings?.regions[0] as string);
        const { code, said } = await run(`apply ${id} --cloud sandbox --yes`);
        expect([code, code === 0 ? '' : said]).toEqual([0, '']);
      });

      test('then there is nothing to plan, not for an account that only reads either, and nothing to apply', async () => {
        for (const account of ['sandbox', 'sandbox-reader']) {
          const { code, out, said } = await run(`plan ${id} --cloud ${account} --detailed-exitcode`);
          expect([account, code, code === 0 ? '' : `${out}\n${said}`]).toEqual([account, 0, '']);
        }
        expect((await run(`apply ${id} --cloud sandbox --yes`)).said).toContain(`${id}: no changes`);
      });

      const withOvn = network === 'ovn' ? test : test.skip;

      withOvn('what egov why says of packets, OVN does with them as Neutron wrote it', async () => {
        pairs = pairsOf(id);
        expect(pairs).toHaveLength(PAIRS);
        const answers = await ask(pairs.map(({ question }) => question));
        const differing = pairs.map(({ question, said }, i) => ({ ...question, said, ovn: answers[i] }));
        expect(differing.filter(({ said, ovn }) => said !== ovn)).toEqual([]);
        for (const mark of ['.', ':']) {
          const family = differing.filter(({ source }) => source.includes(mark));
          const verdicts = ['passes', 'blocked'].map((verdict) => family.filter(({ ovn }) => ovn === verdict).length);
          if (family.length > 0) expect(Math.min(...verdicts)).toBeGreaterThan(50);
        }
      });

      withOvn('a packet is blocked when somebody deletes the rules that let it in, until the next apply', async () => {
        const names = new Set((await cloud.list('network', '/v2.0/ports', 'ports')).map(({ name }) => String(name)));
        const portOf = ({ question }: AskedPair) => question.destination.split('@')[0] as string;
        const pair = pairs.find((one) => one.said === 'passes' && names.has(portOf(one))) as AskedPair;
        const ports = await cloud.list('network', `/v2.0/ports?name=${encodeURIComponent(portOf(pair))}`, 'ports');
        for (const group of (ports[0]?.['security_groups'] ?? []) as string[]) {
          const path = `/v2.0/security-group-rules?direction=ingress&security_group_id=${group}`;
          for (const { id: rule } of await cloud.list('network', path, 'security_group_rules'))
            await cloud.remove('network', `/v2.0/security-group-rules/${rule}`);
        }
        expect(await ask([pair.question])).toEqual(['blocked']);
        expect(await run(`apply ${id} --cloud sandbox --yes`)).toMatchObject({ code: 0 });
        expect(await ask([pair.question])).toEqual(['passes']);
      });

      const withTime = LARGE.includes(id) && HASTE ? test.skip : test;

      withTime('it is destroyed, and nothing is left', async () => {
        expect(await run(`destroy ${id} --cloud sandbox --yes`)).toMatchObject({ code: 0 });
        for (const [path, key] of [
          ['/v2.0/networks', 'networks'],
          ['/v2.0/ports', 'ports'],
        ] as const)
          expect(await cloud.list('network', path, key)).toEqual([]);
      });
    });
  });
});

function pairsOf(id: string): readonly AskedPair[] {
  const design = designEnvironment(readEnvironment(ENVIRONMENTS, id));
  const { intent, sites, stacks } = design;
  const region = sites.find(({ role }) => role === 'primary')?.region;
  const here = stacks.filter((stack) => stack.region === region).map(({ key }) => `${key}/`);
  return new AskedPairs({
    world: readWorld(readStacks(emitStacks(design))),
    intent,
    driver: { driver: 'ovn', release: 'zed' },
    seed: 1,
    isHere: (resource) => here.some((stack) => resource.startsWith(stack)),
  }).take(PAIRS);
}
