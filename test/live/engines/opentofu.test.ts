import { lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { halfMade, readJournal } from '../../../deployment/apply-journal';
import { PROVIDER_ADDRESS } from '../../../engines/engine-pin';
import { OpenTofu } from '../../../engines/opentofu';
import { planStacks } from '../../../engines/plan-stacks';
import { ProblemsError } from '../../../model/problem';
import { startedBy } from '../../support/engine-processes';
import { describeWithEngine } from '../../support/engines';
import { temporaryFolder } from '../../support/engines-fake';
import { FakeCloud } from '../../support/fake-cloud';

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

  test('a provider that is killed is told as a crash, and nobody knows what became of what it had begun', async () => {
    const network = { id: 'a network', name: 'office', status: 'BUILD' };
    const cloud = new FakeCloud((path, { method }) =>
      path.startsWith('/v2.0/networks') ? { status: method === 'POST' ? 201 : 200, body: { network } } : undefined,
    );
    await cloud.start();
    const account = {
      OS_AUTH_URL: `${cloud.url}/v3`,
      OS_USERNAME: 'admin',
      OS_PASSWORD: 'a password',
      OS_PROJECT_NAME: 'admin',
      OS_DOMAIN_NAME: 'Default',
    };
    const stack = stackOf('crashing', { name: 'office' });
    const journal = join(stack.folder, 'journal');
    const tofu = await OpenTofu.find({ surroundings: { ...surroundings, ...account } });
    await tofu.init({ stack });
    await tofu.plan({ stack });
    let timer: NodeJS.Timeout | undefined;
    const onStart = (pid: number) => {
      timer = setInterval(() => {
        const provider = startedBy(pid, /terraform-provider-openstack/);
        if (provider === undefined || !cloud.asked.some((call) => call === 'POST /v2.0/networks')) return;
        clearInterval(timer);
        process.kill(provider, 'SIGKILL');
      }, 50);
    };
    const error = await tofu.apply({ stack, journal, onStart }).catch((reason: unknown) => reason);
    clearInterval(timer);
    await cloud.stop();
    if (!(error instanceof ProblemsError)) throw new Error('the network was made');
    expect(error.problems.map(({ code, at, message }) => [code, at, message.en])).toEqual([
      [
        'ENGINE_CRASHED',
        'crashing',
        "OpenTofu's provider of OpenStack crashed: it does not say why; 1 call of it had no end",
      ],
    ]);
    const read = readJournal(journal);
    expect(read && halfMade(read, () => false)).toEqual(['openstack_networking_network_v2.office']);
  }, 60_000);
});
