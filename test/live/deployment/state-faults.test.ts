import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { applyDeployment } from '../../../deployment/apply-deployment';
import { readJournal } from '../../../deployment/apply-journal';
import { Deployment } from '../../../deployment/deployment';
import { DeploymentFolder } from '../../../deployment/deployment-folder';
import { planDeployment } from '../../../deployment/plan-deployment';
import type { StackUnit } from '../../../deployment/stack-unit';
import { stateBackend } from '../../../deployment/state-backend';
import { OpenTofu } from '../../../engines/opentofu';
import { describeWithEngine } from '../../support/engines';
import { temporaryFolder } from '../../support/engines-fake';
import { unit } from '../../support/stack-unit';

jest.setTimeout(180_000);

describeWithEngine('tofu', 'a state in a file', () => {
  const folder = temporaryFolder();
  const place = new DeploymentFolder(folder);
  const state = place.stateFile('planes');

  function stackOf(seconds: number, input: string): StackUnit {
    const path = join(folder, 'deploy', 'planes');
    mkdirSync(path, { recursive: true });
    const provisioner = { 'local-exec': { command: `sleep ${seconds}` } };
    const definition = {
      terraform: { backend: stateBackend('hebei', {}).blockFor('planes') },
      resource: { terraform_data: { [input]: { input, provisioner } } },
    };
    writeFileSync(join(path, 'cdk.tf.json'), JSON.stringify(definition));
    return unit('planes', { folder: path });
  }

  async function open(stack: StackUnit): Promise<Deployment> {
    const tofu = await OpenTofu.find({ surroundings: process.env, cloud: true });
    return new Deployment({ tofu, folder: place, stacks: [stack], passphrase: false });
  }

  async function apply(stack: StackUnit) {
    const deployment = await open(stack);
    const planned = await planDeployment(deployment, { reviewed: false });
    const allowance = { addresses: [], reason: '' };
    const applied = await applyDeployment(deployment, { planned, allowance, environment: 'hebei', account: 'li' });
    return applied.flatMap(({ problems }) => problems);
  }

  /** Waits until OpenTofu makes something, and answers with the number of its process. */
  async function working(): Promise<number> {
    for (let tries = 0; tries < 600; tries += 1) {
      const journal = existsSync(place.journal('planes')) ? readJournal(place.journal('planes')) : undefined;
      if (journal?.engine !== undefined && journal.steps.size > 0) return journal.engine.pid;
      await wait(50);
    }
    throw new Error('nothing is being made');
  }

  test('that is damaged is refused with its backup, stays as it is, and works again when that is put back', async () => {
    expect(await apply(stackOf(0, 'one'))).toEqual([]);
    expect(await apply(stackOf(0, 'two'))).toEqual([]);
    const whole = readFileSync(state, 'utf8');
    writeFileSync(state, whole.slice(0, 100));
    const stack = stackOf(0, 'three');
    await expect(apply(stack)).rejects.toMatchObject({
      problems: [{ code: 'STATE_DAMAGED', at: state, fix: { en: expect.stringContaining(`cp ${state}.backup`) } }],
    });
    expect(readFileSync(state, 'utf8')).toBe(whole.slice(0, 100));
    writeFileSync(state, readFileSync(`${state}.backup`));
    expect(await apply(stack)).toEqual([]);
  });

  test('that a newer OpenTofu wrote is refused and stays as it is', async () => {
    const whole = readFileSync(state, 'utf8');
    const newer = whole.replace(/"terraform_version": *"[^"]+"/, '"terraform_version": "1.99.0"');
    writeFileSync(state, newer);
    await expect(apply(stackOf(0, 'four'))).rejects.toMatchObject({ problems: [{ code: 'STATE_NEWER', at: state }] });
    expect(readFileSync(state, 'utf8')).toBe(newer);
    writeFileSync(state, whole);
  });

  test('is locked while OpenTofu writes it: another is refused, and told since when', async () => {
    const first = apply(stackOf(8, 'slow'));
    await working();
    const deployment = await open(stackOf(8, 'slow'));
    const [second] = await planDeployment(deployment, { reviewed: false });
    expect(second?.problems).toMatchObject([
      { code: 'STATE_LOCKED', message: { en: expect.stringMatching(/locked by .+ since \d{4}-/) } },
    ]);
    expect(await first).toEqual([]);
  });

  test('whose OpenTofu was killed is free again: the lock of a dead process holds nothing', async () => {
    const first = apply(stackOf(60, 'killed'));
    process.kill(await working(), 'SIGKILL');
    expect((await first).map(({ code }) => code)).toEqual(['ENGINE_FAILED', 'DEPLOY_HALF_MADE']);
    expect(existsSync(join(place.state, '.planes.tfstate.lock.info'))).toBe(true);
    expect(await apply(stackOf(0, 'killed'))).toEqual([]);
  });
});
