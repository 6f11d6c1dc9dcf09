import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OpenTofu, planStacks } from '../../../engines/index';
import { listEnvironments } from '../../../environments/environment-list';
import { readEnvironment } from '../../../environments/read-environment';
import { designEnvironment } from '../../../model/design/design-environment';
import { synthesise } from '../../../stacks/synthesise';
import { describeWithEngine, required } from '../../support/engines';

const PLACEHOLDER = '00000000-0000-0000-0000-000000000000';
/** Hebei alone is 51 plans, minutes of work. */
const LARGE = ['hebei'];

const reason = required('engines') ? '' : ' (skipped: EGOV_REQUIRE does not list engines)';

describeWithEngine('tofu', 'OpenTofu and the provider accept', () => {
  const environments = listEnvironments('environments');
  let out: string;
  beforeAll(() => {
    out = mkdtempSync(join(tmpdir(), 'egov-environments-'));
  });
  afterAll(() => rmSync(out, { recursive: true }));

  const accepts = async (id: string) => {
    const { stacks, manifest } = synthesise(designEnvironment(readEnvironment('environments', id)), join(out, id));
    for (const { name, inputs } of manifest.stacks) {
      const values = Object.fromEntries(Object.keys(inputs).map((input) => [input, PLACEHOLDER]));
      writeFileSync(join(stacks, name, 'inputs.auto.tfvars.json'), JSON.stringify(values));
    }
    const tofu = await OpenTofu.find({ surroundings: process.env, cloud: false });
    const folders = manifest.stacks.map(({ name }) => ({ name, folder: join(stacks, name) }));
    // A plan validates first: what validate refuses has no plan.
    const plans = await planStacks({ tofu, stacks: folders });
    expect(plans.map(({ stack, problems, counts }) => [stack.name, problems, counts])).toEqual(
      manifest.stacks.map(({ name, resources }) => [name, [], { add: resources, change: 0, replace: 0, destroy: 0 }]),
    );
  };

  test.each(environments.filter((id) => !LARGE.includes(id)))('every stack of %s', accepts, 600_000);

  (required('engines') ? test : test.skip).each(LARGE)(`every stack of %s${reason}`, accepts, 1_200_000);
});
