import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AppliedStack, applyDeployment } from '../../../deployment/apply-deployment';
import { Deployment } from '../../../deployment/deployment';
import { DeploymentFolder } from '../../../deployment/deployment-folder';
import { leftStacks } from '../../../deployment/left-stacks';
import { planDeployment } from '../../../deployment/plan-deployment';
import { recordedStacks, recordStacks } from '../../../deployment/stack-record';
import type { StackUnit } from '../../../deployment/stack-unit';
import { stateBackend } from '../../../deployment/state-backend';
import { OpenTofu } from '../../../engines/opentofu';
import { describeWithEngine } from '../../support/engines';
import { temporaryFolder } from '../../support/engines-fake';
import { unit } from '../../support/stack-unit';

jest.setTimeout(120_000);

const backend = stateBackend('hebei', {});

describeWithEngine('tofu', 'a stack that is described no more', () => {
  const folder = temporaryFolder();
  const place = new DeploymentFolder(folder);
  const log = join(folder, 'log');

  function stackOf(name: string, after: readonly string[] = []): StackUnit {
    const path = join(folder, 'deploy', name);
    mkdirSync(path, { recursive: true });
    const command = `echo $\{self.input} >> ${log}`;
    const gone = { 'local-exec': { when: 'destroy', command } };
    const definition = {
      terraform: { backend: backend.blockFor(name) },
      ...(after.length > 0 && { variable: { below: { type: 'string' } } }),
      resource: { terraform_data: { thing: { input: name, provisioner: gone } } },
      output: { id: { value: '$' + '{terraform_data.thing.id}' } },
    };
    writeFileSync(join(path, 'cdk.tf.json'), JSON.stringify(definition));
    const inputs = after[0] === undefined ? {} : { below: { stack: after[0], output: 'id' } };
    return unit(name, { folder: path, after, inputs });
  }

  async function open(...stacks: StackUnit[]): Promise<Deployment> {
    const tofu = await OpenTofu.find({ surroundings: process.env, cloud: true });
    const left = leftStacks(place, stacks, backend);
    recordStacks(place.record, stacks);
    return new Deployment({ tofu, folder: place, stacks, left, passphrase: false });
  }

  async function apply(deployment: Deployment): Promise<AppliedStack[]> {
    const planned = await planDeployment(deployment, { reviewed: false });
    const allowance = { addresses: [], reason: '' };
    return applyDeployment(deployment, { planned, allowance, environment: 'hebei', account: 'li' });
  }

  const planes = () => stackOf('planes');

  test('is planned away, with what is described left as it is', async () => {
    const all = [planes(), stackOf('planes-far'), stackOf('tenant-a', ['planes']), stackOf('tenant-b', ['planes-far'])];
    expect((await apply(await open(...all))).flatMap(({ problems }) => problems)).toEqual([]);
    const planned = await planDeployment(await open(planes(), stackOf('tenant-a', ['planes'])), { reviewed: true });
    expect(
      planned.map(({ stack, left, changes }) => [stack.name, left ?? false, changes.map((one) => one.action)]),
    ).toEqual([
      ['planes', false, []],
      ['tenant-a', false, []],
      ['planes-far', true, ['destroy']],
      ['tenant-b', true, ['destroy']],
    ]);
  });

  test('is known by its state where its folder and the record are lost', async () => {
    const kept = join(folder, 'kept');
    renameSync(join(folder, 'deploy', 'tenant-b'), kept);
    renameSync(place.record, `${place.record}.kept`);
    const planned = await planDeployment(await open(planes(), stackOf('tenant-a', ['planes'])), { reviewed: false });
    const lost = planned.find(({ stack }) => stack.name === 'tenant-b');
    expect([lost?.problems, lost?.left, lost?.changes.map(({ action }) => action)]).toEqual([[], true, ['destroy']]);
    rmSync(join(folder, 'deploy', 'tenant-b'), { recursive: true });
    renameSync(kept, join(folder, 'deploy', 'tenant-b'));
    renameSync(`${place.record}.kept`, place.record);
  });

  test('is taken away by the next apply, the last made first, and then forgotten', async () => {
    const deployment = await open(planes(), stackOf('tenant-a', ['planes']));
    expect((await apply(deployment)).map(({ stack, problems }) => [stack.name, problems])).toEqual([
      ['planes', []],
      ['tenant-a', []],
      ['planes-far', []],
      ['tenant-b', []],
    ]);
    expect(readFileSync(log, 'utf8').trim().split('\n')).toEqual(['tenant-b', 'planes-far']);
    expect([...recordedStacks(place.record).keys()]).toEqual(['planes', 'tenant-a']);
    const again = await planDeployment(await open(planes(), stackOf('tenant-a', ['planes'])), { reviewed: false });
    expect(again.map(({ stack, work }) => [stack.name, work])).toEqual([
      ['planes', false],
      ['tenant-a', false],
    ]);
    expect(existsSync(place.stateFile('tenant-b'))).toBe(true);
  });
});
