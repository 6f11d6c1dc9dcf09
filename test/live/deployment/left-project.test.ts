import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Deployment } from '../../../deployment/deployment';
import { DeploymentFolder } from '../../../deployment/deployment-folder';
import { leftStacks } from '../../../deployment/left-stacks';
import { planDeployment } from '../../../deployment/plan-deployment';
import { stateBackend } from '../../../deployment/state-backend';
import { OpenTofu } from '../../../engines/opentofu';
import { describeWithEngine } from '../../support/engines';
import { temporaryFolder } from '../../support/engines-fake';
import { unit } from '../../support/stack-unit';

jest.setTimeout(120_000);

const PROVIDER = 'provider["registry.opentofu.org/terraform-provider-openstack/openstack"]';
const backend = stateBackend('hebei', {});
const terraform = (state: string) => ({
  backend: backend.blockFor(state),
  required_providers: { openstack: { source: 'terraform-provider-openstack/openstack', version: '3.4.0' } },
});

/** A project and what is in it, as an apply left them. */
const state = JSON.stringify({
  version: 4,
  terraform_version: '1.12.6',
  serial: 3,
  lineage: 'one',
  outputs: {},
  resources: [
    { type: 'openstack_identity_project_v3', provider: PROVIDER, attributes: { id: 'p1', name: 'finance-internet' } },
    {
      type: 'openstack_keymanager_container_v1',
      provider: `${PROVIDER}.finance-internet`,
      attributes: { id: 'k1', name: 'keys', type: 'generic' },
      dependencies: ['openstack_identity_project_v3.finance-internet'],
    },
  ].map(({ type, provider, ...instance }) => ({
    mode: 'managed',
    type,
    name: 'finance-internet',
    provider,
    instances: [{ schema_version: 0, ...instance }],
  })),
});

describeWithEngine('tofu', 'a project that is described no more', () => {
  const folder = temporaryFolder();
  const place = new DeploymentFolder(folder);

  function stackOf(name: string) {
    const path = join(folder, 'deploy', name);
    mkdirSync(path, { recursive: true });
    const definition = {
      terraform: terraform(name),
      provider: { openstack: [{ region: 'r1' }] },
      resource: { terraform_data: { here: {} } },
    };
    writeFileSync(join(path, 'cdk.tf.json'), JSON.stringify(definition));
    return unit(name, { folder: path });
  }

  async function changesWith(...stacks: ReturnType<typeof stackOf>[]) {
    const tofu = await OpenTofu.find({ surroundings: process.env, cloud: false });
    const left = leftStacks(place, stacks, backend);
    const deployment = new Deployment({ tofu, folder: place, stacks, left, passphrase: false });
    const planned = await planDeployment(deployment, { reviewed: false });
    return planned.map(({ stack, problems, changes }) => ({
      stack: stack.name,
      problems,
      gone: changes.flatMap(({ type, action }) => (action === 'destroy' ? [`${action} ${type}`] : [])),
    }));
  }

  const gone = ['destroy openstack_identity_project_v3', 'destroy openstack_keymanager_container_v1'];

  test('goes with what is in it, by a provider that works in that project', async () => {
    const stack = stackOf('tenant-finance');
    writeFileSync(place.stateFile('tenant-finance'), state);
    expect(await changesWith(stack)).toEqual([{ stack: 'tenant-finance', problems: [], gone }]);
    const { provider } = JSON.parse(readFileSync(join(stack.folder, 'egov-providers.tf.json'), 'utf8'));
    expect(provider.openstack).toEqual([{ alias: 'finance-internet', cloud: '', region: 'r1', tenant_id: 'p1' }]);
  });

  test('goes with its department, of which nothing but the state is there', async () => {
    writeFileSync(place.stateFile('tenant-lost'), state);
    const found = await changesWith(stackOf('planes'));
    expect(found.filter(({ stack }) => stack === 'tenant-lost')).toEqual([
      { stack: 'tenant-lost', problems: [], gone },
    ]);
  });
});
