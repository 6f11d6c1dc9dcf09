import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { applyDeployment } from '../../../deployment/apply-deployment';
import { Deployment } from '../../../deployment/deployment';
import { DeploymentFolder } from '../../../deployment/deployment-folder';
import { planDeployment } from '../../../deployment/plan-deployment';
import { stateBackend } from '../../../deployment/state-backend';
import { OpenTofu } from '../../../engines/opentofu';
import { describeWithEngine } from '../../support/engines';
import { temporaryFolder } from '../../support/engines-fake';
import { describeWithPostgres, PostgresServer } from '../../support/postgres';
import { unit } from '../../support/stack-unit';

jest.setTimeout(120_000);

describeWithEngine('tofu', 'with OpenTofu', () => {
  describeWithPostgres('states in PostgreSQL', () => {
    const server = new PostgresServer();
    const folder = temporaryFolder();
    beforeAll(() => server.start());
    afterAll(() => server.stop());

    const around = () => ({ ...process.env, EGOV_STATE_BACKEND: 'pg', PG_CONN_STR: server.connection });

    /** A stack without a cloud: an input, an output, and something that takes its time. */
    function stackOf(name: string, seconds: number, after: readonly string[] = []) {
      const path = join(folder, 'deploy', name);
      mkdirSync(path, { recursive: true });
      const inputs = Object.fromEntries(after.map((stack) => [`${stack}_id`, { stack, output: 'id' }]));
      const variable = Object.fromEntries(Object.keys(inputs).map((key) => [key, { type: 'string' }]));
      const given = Object.keys(inputs).map((key) => `$\{var.${key}}`);
      const provisioner = { 'local-exec': { command: `sleep ${seconds}` } };
      const definition = {
        terraform: { backend: stateBackend('hebei', around()).blockFor(name) },
        resource: { terraform_data: { made: { input: [name, ...given].join(' on '), provisioner } } },
        output: { id: { value: `$\{terraform_data.made.output}` } },
        ...(after.length > 0 && { variable }),
      };
      writeFileSync(join(path, 'cdk.tf.json'), JSON.stringify(definition));
      return unit(name, { folder: path, after, inputs, backend: 'pg' });
    }

    async function open(stacks: ReturnType<typeof stackOf>[]): Promise<Deployment> {
      const tofu = await OpenTofu.find({ surroundings: around(), cloud: true });
      return new Deployment({ tofu, folder: new DeploymentFolder(folder), stacks, passphrase: false });
    }

    async function apply(deployment: Deployment) {
      const planned = await planDeployment(deployment, { reviewed: true });
      const allowance = { addresses: [], reason: '' };
      const props = { planned, allowance, environment: 'hebei', account: 'li' };
      return applyDeployment(deployment, props);
    }

    test('stacks are applied in their order, and an id goes from one state to the next', async () => {
      const deployment = await open([stackOf('planes', 0), stackOf('tenant-finance', 0, ['planes'])]);
      const applied = await apply(deployment);
      expect(applied.flatMap(({ problems }) => problems)).toEqual([]);
      const states = await deployment.states();
      expect(states.get('tenant-finance')?.outputs).toEqual({ id: 'tenant-finance on planes' });
      expect(
        server.query("select schema_name from information_schema.schemata where schema_name like 'egov%' order by 1"),
      ).toBe('egov_hebei_planes\negov_hebei_tenant_finance');
    });

    test('then there is nothing to do', async () => {
      const deployment = await open([stackOf('planes', 0), stackOf('tenant-finance', 0, ['planes'])]);
      expect((await planDeployment(deployment, { reviewed: false })).map(({ work }) => work)).toEqual([false, false]);
    });

    test('while one applies, another is refused and told by whom', async () => {
      const slow = await open([stackOf('foundation', 6)]);
      const first = apply(slow);
      await wait(3000);
      const [second] = await planDeployment(await open([stackOf('foundation', 6)]), { reviewed: false });
      expect(second?.problems.map(({ code }) => code)).toEqual(['STATE_LOCKED']);
      expect((await first).flatMap(({ problems }) => problems)).toEqual([]);
    });
  });
});
