import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { applyDeployment } from '../../../deployment/apply-deployment';
import { Deployment } from '../../../deployment/deployment';
import { DeploymentFolder } from '../../../deployment/deployment-folder';
import { planDeployment } from '../../../deployment/plan-deployment';
import type { StackUnit } from '../../../deployment/stack-unit';
import { stateBackend } from '../../../deployment/state-backend';
import { OpenTofu } from '../../../engines/opentofu';
import { describeWithEngine } from '../../support/engines';
import { temporaryFolder } from '../../support/engines-fake';
import { describeWithS3, S3Server } from '../../support/s3-server';
import { unit } from '../../support/stack-unit';

jest.setTimeout(180_000);

const BUCKET = 'states';
const KEY = 'egov/hebei/planes.tfstate';
const LOCK = `${KEY}.tflock`;

describeWithEngine('tofu', 'with OpenTofu', () => {
  describeWithS3('states in a store that speaks S3', () => {
    const server = new S3Server();
    const folder = temporaryFolder();
    beforeAll(() => server.start(BUCKET));
    afterAll(() => server.stop());

    const around = () => ({
      ...process.env,
      EGOV_STATE_BACKEND: 's3',
      EGOV_STATE_BUCKET: BUCKET,
      AWS_ENDPOINT_URL_S3: server.url,
      AWS_ACCESS_KEY_ID: 'someone',
      AWS_SECRET_ACCESS_KEY: 'a-secret-of-someone',
      EGOV_STATE_PASSPHRASE: 'sixteen characters or more',
    });

    /** A stack without a cloud that takes its time. */
    function stackOf(name: string, command = 'true'): StackUnit {
      const path = join(folder, 'deploy', name);
      mkdirSync(path, { recursive: true });
      const provisioner = { 'local-exec': { command } };
      const definition = {
        terraform: { backend: stateBackend('hebei', around()).blockFor(name) },
        resource: { terraform_data: { made: { input: `${name}, a secret of the cloud`, provisioner } } },
        output: { id: { value: `$\{terraform_data.made.id}` } },
      };
      writeFileSync(join(path, 'cdk.tf.json'), JSON.stringify(definition));
      return unit(name, { folder: path, backend: 's3' });
    }

    async function open(stack: StackUnit): Promise<Deployment> {
      const tofu = await OpenTofu.find({ surroundings: around(), cloud: true });
      return new Deployment({ tofu, folder: new DeploymentFolder(folder), stacks: [stack], passphrase: true });
    }

    async function apply(deployment: Deployment) {
      const planned = await planDeployment(deployment, { reviewed: false });
      const allowance = { addresses: [], reason: '' };
      return applyDeployment(deployment, { planned, allowance, environment: 'hebei', account: 'li' });
    }

    test('a stack is applied, its state lies encrypted under its key, and no lock is left', async () => {
      const deployment = await open(stackOf('planes'));
      expect((await apply(deployment)).flatMap(({ problems }) => problems)).toEqual([]);
      expect(await server.keys(BUCKET)).toEqual([KEY]);
      const text = await server.text(BUCKET, KEY);
      expect(Object.keys(JSON.parse(text))).toContain('encrypted_data');
      expect(text).not.toContain('secret of the cloud');
      expect((await deployment.states()).get('planes')?.resources.size).toBe(1);
    });

    test('then there is nothing to do', async () => {
      const [planned] = await planDeployment(await open(stackOf('planes')), { reviewed: false });
      expect([planned?.problems, planned?.work]).toEqual([[], false]);
    });

    test('while one applies, another is refused and told by whom', async () => {
      // It holds the lock until the other one has been told.
      const [begun, told] = [join(folder, 'begun'), join(folder, 'told')];
      const slow = stackOf('gap', `touch ${begun}; until [ -e ${told} ]; do sleep 0.1; done`);
      const first = apply(await open(slow));
      for (let tries = 0; !existsSync(begun); tries += 1) {
        if (tries > 1200) throw new Error('it did not begin');
        await wait(50);
      }
      const [second] = await planDeployment(await open(slow), { reviewed: false });
      writeFileSync(told, '');
      expect(second?.problems.map(({ code }) => code)).toEqual(['STATE_LOCKED']);
      expect((await first).flatMap(({ problems }) => problems)).toEqual([]);
    });

    test('the lock of a process that is gone is named, and given back by its id', async () => {
      const id = '7c1f8f0e-1f0a-4b5c-9f0e-000000000001';
      const lock = { ID: id, Operation: 'OperationTypeApply', Who: 'li@gone', Created: '2026-11-25T00:00:00Z' };
      await server.put(BUCKET, LOCK, JSON.stringify(lock));
      const deployment = await open(stackOf('planes'));
      const [planned] = await planDeployment(deployment, { reviewed: false });
      expect(planned?.problems.map(({ code, message, fix }) => [code, message.en, fix.en.includes(id)])).toEqual([
        ['STATE_LOCKED', expect.stringContaining('li@gone'), true],
      ]);
      await deployment.tofu.unlock({ stack: deployment.stacks[0] as StackUnit }, id);
      const [again] = await planDeployment(deployment, { reviewed: false });
      expect(again?.problems).toEqual([]);
    });

    test('a damaged state is refused and stays as it is', async () => {
      await server.put(BUCKET, KEY, '{ "version": 4, "outp');
      await expect((await open(stackOf('planes'))).states()).rejects.toThrow(/planes/);
      expect(await server.text(BUCKET, KEY)).toBe('{ "version": 4, "outp');
    });
  });
});
