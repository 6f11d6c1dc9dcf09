import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Deployment } from '../../../deployment/deployment';
import { DeploymentFolder } from '../../../deployment/deployment-folder';
import { isInitialised, noteInitialised } from '../../../deployment/initialised';
import { planStack } from '../../../deployment/plan-deployment';
import type { StackUnit } from '../../../deployment/stack-unit';
import type { FoundEngine } from '../../../engines/find-opentofu';
import type { OpenTofu } from '../../../engines/opentofu';
import { unit } from '../../support/stack-unit';

const SOURCE = 'terraform-provider-openstack/openstack';
const VERSION = '3.4.0';
const TOFU: FoundEngine = { path: '/opt/tofu', version: '1.12.6', where: 'PATH' };
let folder: string;
const stack = (difference: Partial<StackUnit> = {}) => unit('planes', { folder, ...difference });
const path = (...parts: string[]) => join(folder, ...parts);

function writeTerraform(difference: object = {}): void {
  const terraform = { required_providers: { openstack: { source: SOURCE, version: VERSION } }, ...difference };
  writeFileSync(path('cdk.tf.json'), JSON.stringify({ terraform }));
}

/** What `tofu init` leaves. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'egov-initialised-'));
  writeTerraform();
  const version = path('.terraform/providers/registry.opentofu.org', SOURCE, VERSION);
  mkdirSync(version, { recursive: true });
  mkdirSync(path('mirror'));
  symlinkSync(path('mirror'), join(version, 'linux_amd64'));
  writeFileSync(join(version, 'linux_amd64.lock'), '');
  writeFileSync(path('.terraform.lock.hcl'), '');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a folder that nobody prepared is not initialised, and one that was prepared is', () => {
  expect(isInitialised(stack(), TOFU)).toBe(false);
  noteInitialised(stack(), TOFU);
  expect(isInitialised(stack(), TOFU)).toBe(true);
});

test.each<[string, () => void]>([
  ['the stack asks for other providers', () => writeTerraform({ required_providers: {} })],
  ['its state lies elsewhere', () => writeTerraform({ backend: { local: { path: 'elsewhere' } } })],
  ['the mirror that its provider is a link to is gone', () => rmSync(path('mirror'), { recursive: true })],
  ['the lock file is gone', () => rmSync(path('.terraform.lock.hcl'))],
  ['what OpenTofu fetched is gone', () => rmSync(path('.terraform'), { recursive: true })],
  [
    'the state needs providers that the stack has not',
    () => writeFileSync(path('egov-providers.tf.json'), JSON.stringify({ provider: {} })),
  ],
])('it is prepared again when %s', (_, change) => {
  noteInitialised(stack(), TOFU);
  change();
  expect(isInitialised(stack(), TOFU)).toBe(false);
});

test('it is prepared again for another OpenTofu, and each time where the state lies with a server', () => {
  noteInitialised(stack(), TOFU);
  expect(isInitialised(stack(), { ...TOFU, path: '/opt/other' })).toBe(false);
  expect(isInitialised(stack(), { ...TOFU, version: '1.12.7' })).toBe(false);
  const remote = stack({ backend: 'pg' });
  noteInitialised(remote, TOFU);
  expect(isInitialised(remote, TOFU)).toBe(false);
});

test('a second command prepares no folder again, and reads no plan back that changes nothing', async () => {
  const asked: string[] = [];
  const planned = (changes: boolean) => async (): Promise<void> => {
    const note = <T>(command: string, answer: T) => {
      asked.push(command);
      return Promise.resolve(answer);
    };
    const tofu = {
      engine: TOFU,
      init: () => note('init', undefined),
      plan: () => note('plan', changes),
      showDocument: () => note('show', {}),
    } as unknown as OpenTofu;
    const deployment = new Deployment({
      tofu,
      folder: new DeploymentFolder(folder),
      stacks: [stack()],
      passphrase: false,
    });
    await planStack(deployment, stack(), { values: {}, open: [] }, { reviewed: true });
  };
  await planned(true)();
  await planned(false)();
  expect(asked).toEqual(['init', 'plan', 'show', 'plan']);
});
