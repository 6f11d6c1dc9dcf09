import { lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROVIDER_ADDRESS } from '../../../engines/engine-pin';
import { OpenTofu } from '../../../engines/opentofu';
import { planStacks } from '../../../engines/plan-stacks';
import { ProblemsError } from '../../../model/problem';
import { describeWithEngine } from '../../support/engines';
import { temporaryFolder } from '../../support/engines-fake';

describeWithEngine('tofu', 'OpenTofu with the OpenStack provider, without a cloud', () => {
  const folder = temporaryFolder();
  const surroundings = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('OS_')));

  /** A stack of one network and a subnet in it. */
  function stackOf(name: string, network: object) {
    const stack = { name, folder: join(folder, name) };
    mkdirSync(stack.folder, { recursive: true });
    const document = {
      terraform: {
        backend: { local: { path: 'terraform.tfstate' } },
        required_providers: { openstack: { source: 'terraform-provider-openstack/openstack', version: '3.4.0' } },
      },
      provider: { openstack: [{}] },
      resource: { openstack_networking_network_v2: { office: network } },
    };
    writeFileSync(join(stack.folder, 'cdk.tf.json'), JSON.stringify(document));
    return stack;
  }

  test('an attribute that the provider does not have is refused with its position', async () => {
    const stack = stackOf('wrong', { nam: 'office' });
    const tofu = await OpenTofu.find({ surroundings });
    await tofu.init({ stack, backend: false });
    const error = await tofu.validate({ stack }).catch((reason: unknown) => reason);
    if (!(error instanceof ProblemsError)) throw new Error('the stack was accepted');
    expect(error.problems.map(({ code, at }) => [code, at.replace(/:\d+$/, '')])).toEqual([
      ['ENGINE_REFUSED', 'wrong cdk.tf.json:1'],
    ]);
    expect(error.problems[0]?.message.en).toContain('No argument or block type is named "nam"');
  });

  test('stacks that were never applied are planned side by side, with their counts and the text of OpenTofu', async () => {
    const stacks = ['one', 'two', 'three'].map((name) => stackOf(name, { name }));
    const tofu = await OpenTofu.find({ surroundings });
    const plans = await planStacks({ tofu, stacks, text: true });
    expect(plans.map(({ stack, problems, counts }) => [stack.name, problems, counts])).toEqual(
      ['one', 'two', 'three'].map((name) => [name, [], { add: 1, change: 0, replace: 0, destroy: 0 }]),
    );
    expect(plans[1]?.changes).toEqual([
      { address: 'openstack_networking_network_v2.office', type: 'openstack_networking_network_v2', action: 'add' },
    ]);
    expect(plans[2]?.text).toContain('Plan: 1 to add, 0 to change, 0 to destroy.');
  }, 60_000);

  test('a stack holds a link to the provider, not a copy of it', async () => {
    const stack = stackOf('linked', { name: 'office' });
    await (await OpenTofu.find({ surroundings })).init({ stack });
    const versions = join(stack.folder, '.terraform/providers', PROVIDER_ADDRESS, '3.4.0');
    const [platform = ''] = readdirSync(versions).filter((name) => !name.endsWith('.lock'));
    expect(lstatSync(join(versions, platform)).isSymbolicLink()).toBe(true);
  });
});
