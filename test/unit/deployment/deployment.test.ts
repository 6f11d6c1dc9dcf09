import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Deployment } from '../../../deployment/deployment';
import { DeploymentFolder } from '../../../deployment/deployment-folder';
import type { OpenTofu } from '../../../engines/opentofu';
import { temporaryFolder } from '../../support/engines-fake';
import { unit } from '../../support/stack-unit';

const folder = temporaryFolder();
const place = new DeploymentFolder(folder);
const definition = {
  provider: { openstack: [{}, { alias: 'treasury-extranet' }] },
  resource: { openstack_identity_project_v3: { 'treasury-extranet': {} } },
  moved: [
    { from: 'openstack_identity_project_v3.finance-extranet', to: 'openstack_identity_project_v3.treasury-extranet' },
  ],
};
const stack = unit('tenant-treasury', { folder: join(folder, 'deploy/tenant-treasury'), state: 'tenant-finance' });
const deployment = new Deployment({
  tofu: { engine: { version: '1.12.6' } } as OpenTofu,
  folder: place,
  stacks: [stack],
  passphrase: false,
});

beforeAll(() => {
  mkdirSync(stack.folder, { recursive: true });
  writeFileSync(join(stack.folder, 'cdk.tf.json'), JSON.stringify(definition));
  const resource = (type: string, name: string, id: string, scope = '') => ({
    mode: 'managed',
    type,
    name,
    provider: `provider["registry.opentofu.org/x/openstack"]${scope}`,
    instances: [{ attributes: { id } }],
  });
  const resources = [
    resource('openstack_identity_project_v3', 'finance-extranet', 'p1'),
    resource('openstack_blockstorage_volume_v3', 'finance_a_1', 'v1', '.finance-extranet'),
  ];
  const state = { version: 4, terraform_version: '1.12.6', serial: 1, lineage: 'l', resources };
  writeFileSync(place.stateFile('tenant-finance'), JSON.stringify(state));
  const begun = { type: 'apply_start', hook: { resource: { addr: definition.moved[0]?.from }, action: 'create' } };
  writeFileSync(place.journal('tenant-finance'), `${JSON.stringify(begun)}\n`);
});

test('a renamed stack finds the state of its former name, with its resources under the names of today', async () => {
  const { resources } = await deployment.state(stack);
  expect([...resources].map(([now, { id, address }]) => [now, id, address])).toEqual([
    ['openstack_identity_project_v3.treasury-extranet', 'p1', 'openstack_identity_project_v3.finance-extranet'],
    ['openstack_blockstorage_volume_v3.finance_a_1', 'v1', 'openstack_blockstorage_volume_v3.finance_a_1'],
  ]);
});

test('what an apply had begun before the renaming is known by the name of today', () => {
  const journal = deployment.journal(stack);
  const known = [...(journal?.steps.keys() ?? []), ...(journal?.failed ?? [])];
  expect(known).toEqual(known.map(() => 'openstack_identity_project_v3.treasury-extranet'));
  expect(known).toHaveLength(2);
});

test('what is written no more is reached by the provider of the project as the state calls it', async () => {
  deployment.prepareLeft(stack, await deployment.state(stack));
  expect(JSON.parse(readFileSync(join(stack.folder, 'egov-providers.tf.json'), 'utf8'))).toEqual({
    provider: { openstack: [{ alias: 'finance-extranet', cloud: '', region: 'r1', tenant_id: 'p1' }] },
  });
});
