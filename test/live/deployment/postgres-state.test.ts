import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
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
    function stackOf(name: string, { after = [], command = 'true' }: { after?: string[]; command?: string } = {}) {
      const path = join(folder, 'deploy', name);
      mkdirSync(path, { recursive: true });
      const inputs = Object.fromEntries(after.map((stack) => [`${stack}_id`, { stack, output: 'id' }]));
      const variable = Object.fromEntries(Object.keys(inputs).map((key) => [key, { type: 'string' }]));
      const given = Object.keys(inputs).map((key) => `$\{var.${key}}`);
      const provisioner = { 'local-exec': { command } };
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
      const deployment = await open([stackOf('planes'), stackOf('tenant-finance', { after: ['planes'] })]);
      const applied = await apply(deployment);
      expect(applied.flatMap(({ problems }) => problems)).toEqual([]);
      const states = await deployment.states();
      expect(states.get('tenant-finance')?.outputs).toEqual({ id: 'tenant-finance on planes' });
      expect(
        server.query("select schema_name from information_schema.schemata where schema_name like 'egov%' order by 1"),
      ).toBe('egov_hebei_planes\negov_hebei_tenant_finance');
    });

    test('then there is nothing to do', async () => {
      const deployment = await open([stackOf('planes'), stackOf('tenant-finance', { after: ['planes'] })]);
      expect((await planDeployment(deployment, { reviewed: false })).map(({ work }) => work)).toEqual([false, false]);
    });

    test('while one applies, another is refused and told by whom', async () => {
      // It holds the lock until the other one has been told.
      const [begun, told] = [join(folder, 'begun'), join(folder, 'told')];
      const command = `touch ${begun}; until [ -e ${told} ]; do sleep 0.1; done`;
      const slow = stackOf('foundation', { command });
      const first = apply(await open([slow]));
      for (let tries = 0; !existsSync(begun); tries += 1) {
        if (tries > 1200) throw new Error('it did not begin');
        await wait(50);
      }
      const [second] = await planDeployment(await open([slow]), { reviewed: false });
      writeFileSync(told, '');
      expect(second?.problems.map(({ code }) => code)).toEqual(['STATE_LOCKED']);
      expect((await first).flatMap(({ problems }) => problems)).toEqual([]);
    });
  });
});
