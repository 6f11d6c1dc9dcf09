import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyDeployment } from '../../../deployment/apply-deployment';
import { readJournal } from '../../../deployment/apply-journal';
import { Deployment } from '../../../deployment/deployment';
import { DeploymentFolder } from '../../../deployment/deployment-folder';
import { planDeployment } from '../../../deployment/plan-deployment';
import { stateBackend } from '../../../deployment/state-backend';
import { OpenTofu } from '../../../engines/opentofu';
import { describeWithEngine } from '../../support/engines';
import { temporaryFolder } from '../../support/engines-fake';
import { unit } from '../../support/stack-unit';

jest.setTimeout(120_000);

describeWithEngine('tofu', 'an apply that is stopped', () => {
  const folder = temporaryFolder();
  const place = new DeploymentFolder(folder);

  function stackOf(name: string, seconds: number, after: readonly string[] = []) {
    const path = join(folder, 'deploy', name);
    mkdirSync(path, { recursive: true });
    const provisioner = { 'local-exec': { command: `sleep ${seconds}` } };
    const definition = {
      terraform: { backend: stateBackend('hebei', {}).blockFor(name) },
      resource: { terraform_data: { slow: { provisioner }, next: { input: `$\{terraform_data.slow.id}` } } },
      output: { id: { value: `$\{terraform_data.next.output}` } },
    };
    writeFileSync(join(path, 'cdk.tf.json'), JSON.stringify(definition));
    return unit(name, { folder: path, after });
  }

  async function open(stacks: ReturnType<typeof stackOf>[], signal?: AbortSignal): Promise<Deployment> {
    const more = signal === undefined ? {} : { signal };
    const tofu = await OpenTofu.find({ surroundings: process.env, cloud: true, ...more });
    return new Deployment({ tofu, folder: place, stacks, passphrase: false, ...more });
  }

  async function apply(deployment: Deployment) {
    const planned = await planDeployment(deployment, { reviewed: false });
    const allowance = { addresses: [], reason: '' };
    return applyDeployment(deployment, { planned, allowance, environment: 'hebei', account: 'li' });
  }

  test('by Ctrl-C ends in order: what is half-made is named, what comes after is not begun', async () => {
    const stop = new AbortController();
    const deployment = await open([stackOf('planes', 30), stackOf('tenant-finance', 0, ['planes'])], stop.signal);
    const timer = setInterval(() => {
      const journal = place.journal('planes');
      if (existsSync(journal) && (readJournal(journal)?.steps.size ?? 0) > 0) stop.abort();
    }, 100);
    const applied = await apply(deployment);
    clearInterval(timer);
    expect(applied.map(({ stack, problems }) => [stack.name, problems.map(({ code }) => code)])).toEqual([
      ['planes', ['ENGINE_INTERRUPTED', 'DEPLOY_HALF_MADE']],
      ['tenant-finance', ['DEPLOY_UPSTREAM_FAILED']],
    ]);
    expect(applied[0]?.problems[1]?.message.en).toBe('half-made: terraform_data.slow');
  });

  test('goes on when it is run again, and makes what was half-made anew', async () => {
    const stacks = [stackOf('planes', 0), stackOf('tenant-finance', 0, ['planes'])];
    const applied = await apply(await open(stacks));
    expect(applied.map(({ problems }) => problems)).toEqual([[], []]);
    expect(existsSync(place.journal('planes'))).toBe(false);
    expect((await planDeployment(await open(stacks), { reviewed: false })).map(({ work }) => work)).toEqual([
      false,
      false,
    ]);
  });
});
