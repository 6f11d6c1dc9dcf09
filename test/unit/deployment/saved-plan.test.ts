import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addImports } from '../../../deployment/adoption/imports';
import type { Deployment } from '../../../deployment/deployment';
import type { PlannedStack } from '../../../deployment/plan-deployment';
import { readSavedPlan, restorePlan, savePlan } from '../../../deployment/saved-plan';
import { ProblemsError } from '../../../model/problem';
import { unit } from '../../support/stack-unit';

const origin = { environment: 'hebei', input: 'a'.repeat(64), egov: '0.1.0', cloud: 'https://cloud.example:5000' };
const NAME = 'extranet/c4m8';

/** A deployment of one stack whose state stays as it is, and a plan of it that is kept in a file. */
function saved() {
  const folder = mkdtempSync(join(tmpdir(), 'saved-'));
  const stack = unit('foundation', { folder });
  const state = { serial: 3, lineage: '0123456789', resources: new Map(), outputs: {} };
  const imports = join(folder, 'imports.json');
  const deployment = {
    tofu: { engine: { version: '1.12.6' } },
    folder: { imports: () => imports },
    stacks: [stack],
    left: [],
    states: async () => new Map([[stack.name, state]]),
    leftStates: async () => new Map(),
    prepare: async () => {},
  } as unknown as Deployment;
  writeFileSync(join(folder, 'egov.tfplan'), 'a plan');
  const planned = { stack, inputs: { open: [], values: {} }, before: state, work: true, changes: [], reviewed: false };
  const file = join(folder, 'plan.json');
  const save = () => savePlan(file, origin, deployment, [planned as unknown as PlannedStack]);
  const restore = () => restorePlan(file, readSavedPlan(file), origin, deployment);
  const takeOver = (address: string) => addImports(imports, [{ address, importId: '1' }]);
  return { save, restore, takeOver };
}

async function refusal(work: Promise<unknown>): Promise<readonly string[]> {
  const error = await work.catch((reason: unknown) => reason);
  return error instanceof ProblemsError ? error.problems.map(({ code, message }) => `${code} ${message.en}`) : [];
}

test('a plan of what did not move on is put where it is applied', async () => {
  const { save, restore } = saved();
  save();
  expect((await restore()).map(({ stack }) => stack.name)).toEqual(['foundation']);
});

/** A killed engine wrote no state: its serial is the same, and what it made would be made again. */
test('a plan from before an interruption is refused once there is something to take over', async () => {
  const { save, restore, takeOver } = saved();
  save();
  takeOver(`openstack_compute_flavor_v2.${NAME}`);
  expect(await refusal(restore())).toEqual([
    `DEPLOY_SAVED_PLAN what foundation takes over moved on since: - became openstack_compute_flavor_v2.${NAME}`,
  ]);
});

test('one that takes it over is applied, unless more was found since', async () => {
  const { save, restore, takeOver } = saved();
  takeOver('openstack_compute_flavor_v2.a');
  save();
  expect(await restore()).toHaveLength(1);
  takeOver('openstack_compute_flavor_v2.b');
  expect(await refusal(restore())).toHaveLength(1);
});
