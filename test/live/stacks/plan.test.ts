import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OpenTofu, planStacks } from '../../../engines/index';
import { synthesise } from '../../../stacks/synthesise';
import { design } from '../../support/design-fixture';
import { describeWithEngine } from '../../support/engines';

const PLACEHOLDER = '00000000-0000-0000-0000-000000000000';

describeWithEngine('tofu', 'OpenTofu with the provider', () => {
  let out: string;
  beforeAll(() => {
    out = mkdtempSync(join(tmpdir(), 'egov-plan-'));
  });
  afterAll(() => rmSync(out, { recursive: true }));

  test('plans every stack of a design without a cloud, one resource for each that was emitted', async () => {
    const { stacks, manifest } = synthesise(design(), out);
    for (const { name, inputs } of manifest.stacks) {
      const values = Object.fromEntries(Object.keys(inputs).map((input) => [input, PLACEHOLDER]));
      writeFileSync(join(stacks, name, 'inputs.auto.tfvars.json'), JSON.stringify(values));
    }
    const tofu = await OpenTofu.find({ surroundings: process.env, cloud: false });
    const folders = manifest.stacks.map(({ name }) => ({ name, folder: join(stacks, name) }));
    const plans = await planStacks({ tofu, stacks: folders });
    expect(plans.map(({ stack, problems, counts }) => [stack.name, problems, counts])).toEqual(
      manifest.stacks.map(({ name, resources }) => [name, [], { add: resources, change: 0, replace: 0, destroy: 0 }]),
    );
  }, 300_000);
});
