import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OpenTofu } from '../../../engines/opentofu';
import { withPlan } from '../../../review/compare/planned-stack';
import { resourceChanges } from '../../../review/compare/resource-changes';
import { Subjects } from '../../../review/compare/subjects';
import { ungroup } from '../../../review/group';
import type { ReviewJson } from '../../../review/review-json';
import { writeAppliedStates } from '../../support/applied-states';
import { DeployableEnvironment } from '../../support/deployable-environment';
import { egov } from '../../support/egov-run';
import { describeWithEngine } from '../../support/engines';
import { temporaryFolder } from '../../support/engines-fake';
import { FakeCloud } from '../../support/fake-cloud';

jest.setTimeout(600_000);

const VOLUME = 'openstack_blockstorage_volume_v3';

describeWithEngine('tofu', 'a review with the plan of OpenTofu, without a cloud', () => {
  const county = new DeployableEnvironment();
  const { PATH, HOME, XDG_CACHE_HOME } = process.env;
  const surroundings = { PATH, HOME, XDG_CACHE_HOME };
  afterAll(() => county.remove());

  const git = (...args: string[]) =>
    execFileSync('git', ['-C', county.folder, '-c', 'user.name=a', '-c', 'user.email=a@example', ...args]);

  async function reviewed() {
    const line = 'review --base HEAD --as-of 2026-11-25 --plan small --format json';
    const { out, said, code } = await egov(line, { folder: county.folder, surroundings });
    if (out === '') throw new Error(`${code}: ${said}`);
    const { groups, environments } = JSON.parse(out) as ReviewJson;
    return { changes: ungroup(groups), states: environments.map(({ state }) => state), said, code };
  }

  /** Changes the attributes of the volume as the state has them. */
  function inState(change: (attributes: Record<string, unknown>) => void): void {
    const file = join(county.state, 'tenant-health.tfstate');
    const state = JSON.parse(readFileSync(file, 'utf8'));
    const volume = state.resources.find(({ type }: { type: string }) => type === VOLUME);
    change(volume.instances[0].attributes);
    state.serial += 1;
    writeFileSync(file, JSON.stringify(state));
  }

  test('of a cloud that was applied as it is described says that nothing changes', async () => {
    county.edit('tenants/health.yaml', (text) => text.replace(/,? *entry: \{[^}]*\},?/, ''));
    writeFileSync(join(county.folder, '.gitignore'), '.egov\n');
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', 'a county');
    await writeAppliedStates(county, surroundings);
    const { changes, states, said } = await reviewed();
    expect({ changes, states }).toEqual({ changes: [], states: ['changed'] });
    expect(said).toContain('small: no cloud is named, so it is planned from the states alone and drift is not known');
  });

  test('of a branch that changes nothing still tells a volume that OpenTofu would make anew', async () => {
    inState((attributes) => {
      attributes['snapshot_id'] = 'made-from-a-snapshot';
    });
    const { changes } = await reviewed();
    expect(changes.map(({ lane, subject }) => [lane, subject])).toEqual([[2, 'health/clinics/db']]);
    const [change] = changes;
    expect(change?.resources.map(({ address, action }) => [address.split('.')[0], action])).toEqual([
      [VOLUME, 'replace'],
    ]);
    expect(change?.what.en).toContain('1 volume replaced (snapshot_id)');
    expect(change?.place).toMatch(/^environments\/small\/tenants\/health\.yaml:\d+:\d+$/);
  });

  test('a change that the definition shows in place is told as what the plan makes of it, with its line', async () => {
    county.edit('tenants/health.yaml', (text) => text.replace('sizeGiB: 300', 'sizeGiB: 400'));
    const { changes } = await reviewed();
    const volume = changes.find(({ resources }) => resources.some(({ address }) => address.startsWith(VOLUME)));
    expect([volume?.lane, volume?.resources[0]?.action]).toEqual([2, 'replace']);
    expect(volume?.place).toMatch(/^environments\/small\/tenants\/health\.yaml:\d+:\d+$/);
    inState((attributes) => {
      attributes['snapshot_id'] = '';
    });
  });

  test('a plan that lies there from another revision is not read: the work tree is planned anew', async () => {
    const folder = join(county.folder, '.egov/small/stacks/tenant-health');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'egov.tfplan'), 'a plan of another revision');
    git('commit', '-q', '-a', '-m', 'a larger volume');
    expect((await reviewed()).changes).toEqual([]);
  });

  test('a stack that cannot be planned ends the review: one without it would call the stack unchanged', async () => {
    writeFileSync(join(county.state, 'tenant-health.tfstate'), 'no state');
    const line = 'review --base HEAD --plan small';
    const { code, out, said } = await egov(line, { folder: county.folder, surroundings });
    expect({ code, out }).toEqual({ code: 5, out: '' });
    expect(said).toContain('ENGINE_REFUSED tenant-health');
  });
});

describeWithEngine('tofu', 'drift, as OpenTofu and the provider find it', () => {
  const folder = temporaryFolder();
  const stack = { name: 'net', folder: join(folder, 'net') };
  const ID = '5f0b5c0e-0000-4000-8000-000000000001';
  const network = {
    id: ID,
    name: 'by hand',
    description: 'CANARY',
    admin_state_up: true,
    status: 'ACTIVE',
    subnets: [],
    shared: false,
    tenant_id: 'p1',
    project_id: 'p1',
    mtu: 1450,
    tags: [],
    'router:external': false,
    port_security_enabled: true,
    availability_zone_hints: [],
  };
  const cloud = new FakeCloud((path) => {
    if (path.startsWith(`/v2.0/networks/${ID}`) || path.startsWith(`/networks/${ID}`)) return { body: { network } };
    return path === '/v2.0/extensions' ? { body: { extensions: [] } } : undefined;
  });
  beforeAll(() => cloud.start());
  afterAll(() => cloud.stop());

  test('is told by attribute, in the lane of what it is', async () => {
    const type = 'openstack_networking_network_v2';
    const attributes = {
      id: ID,
      name: 'office',
      description: 'CANARY',
      admin_state_up: true,
      shared: false,
      tenant_id: 'p1',
    };
    mkdirSync(stack.folder);
    const definition = {
      terraform: {
        backend: { local: { path: 'terraform.tfstate' } },
        required_providers: { openstack: { source: 'terraform-provider-openstack/openstack', version: '3.4.0' } },
      },
      provider: { openstack: [{}] },
      resource: { [type]: { office: { name: 'office', description: 'CANARY', admin_state_up: true } } },
    };
    writeFileSync(join(stack.folder, 'cdk.tf.json'), JSON.stringify(definition));
    const provider = 'provider["registry.opentofu.org/terraform-provider-openstack/openstack"]';
    const known = {
      region: 'r1',
      tags: [],
      all_tags: [],
      mtu: 1450,
      availability_zone_hints: [],
      dns_domain: '',
      external: false,
      port_security_enabled: true,
      qos_policy_id: '',
      segments: [],
      transparent_vlan: false,
    };
    const instances = [{ schema_version: 0, attributes: { ...attributes, ...known } }];
    const state = {
      version: 4,
      terraform_version: '1.12.6',
      serial: 1,
      lineage: 'net',
      outputs: {},
      resources: [{ mode: 'managed', type, name: 'office', provider, instances }],
    };
    writeFileSync(join(stack.folder, 'terraform.tfstate'), JSON.stringify(state));
    const { PATH, HOME, XDG_CACHE_HOME } = process.env;
    const account = {
      OS_AUTH_URL: `${cloud.url}/v3`,
      OS_USERNAME: 'admin',
      OS_PASSWORD: 'p',
      OS_PROJECT_ID: 'p1',
      OS_USER_DOMAIN_ID: 'default',
      OS_REGION_NAME: 'r1',
    };
    const tofu = await OpenTofu.find({ surroundings: { PATH, HOME, XDG_CACHE_HOME, ...account } });
    await tofu.init({ stack });
    await tofu.plan({ stack });
    const document = await tofu.showDocument({ stack });
    expect(document.resource_drift?.map(({ address }) => address)).toEqual([`${type}.office`]);
    const merged = withPlan([], [{ stack: 'net', document }]);
    const [change, ...rest] = resourceChanges('small', merged, new Subjects([]));
    expect(rest).toEqual([]);
    expect(change?.what.en).toContain('1 network differs in the cloud (name)');
    expect([change?.lane, change?.before, change?.after]).toEqual([6, '"office"', '"by hand"']);
  });
});
