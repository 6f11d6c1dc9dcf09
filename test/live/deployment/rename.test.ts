import { existsSync, readFileSync } from 'node:fs';
import { stateFiles, writeAppliedStates } from '../../support/applied-states';
import { DeployableEnvironment } from '../../support/deployable-environment';
import { egov } from '../../support/egov-run';
import { describeWithEngine } from '../../support/engines';

jest.setTimeout(600_000);

describeWithEngine('tofu', 'a renaming, for OpenTofu', () => {
  const county = new DeployableEnvironment();
  const { PATH, HOME, XDG_CACHE_HOME } = process.env;
  const surroundings = { PATH, HOME, XDG_CACHE_HOME };
  const run = (args: string) => egov(args, { folder: county.folder, surroundings });
  afterAll(() => county.remove());

  /** Changes of every stack by action, and what is to become of what. */
  async function planned() {
    const { out, said, code } = await run('plan small --json');
    if (code !== 0) throw new Error(said);
    const { total, stacks } = JSON.parse(out) as {
      total: Record<string, number>;
      stacks: { name: string; changes: { address: string; action: string }[] }[];
    };
    return { total, changes: stacks.flatMap(({ name, changes }) => changes.map((one) => ({ stack: name, ...one }))) };
  }

  test('there is an environment that was applied: nothing is to be done', async () => {
    county.edit('tenants/health.yaml', (text) => text.replace(/,? *entry: \{[^}]*\},?/, ''));
    await writeAppliedStates(county, surroundings);
    expect(await planned()).toEqual({ total: { add: 0, change: 0, replace: 0, destroy: 0 }, changes: [] });
  });

  test.each([
    ['a department', 'tenants/health wellness', 'tenant-wellness'],
    ['a system', `tenants/wellness/SYSTEM records`, 'tenant-wellness'],
    ['a tier', 'tenants/wellness/records/TIER store', 'tenant-wellness'],
    ['a compute pool', 'pools/POOL chips', 'foundation'],
  ])('%s gets another key: nothing is made, replaced or destroyed', async (_what, words, stack) => {
    const before = stateFiles(county);
    const args = words.replace(/SYSTEM|TIER|POOL/, keyOf);
    expect(await run(`rename small ${args}`)).toMatchObject({ code: 0 });
    const { total, changes } = await planned();
    expect({ add: total['add'], replace: total['replace'], destroy: total['destroy'] }).toEqual({
      add: 0,
      replace: 0,
      destroy: 0,
    });
    expect(changes.map((one) => one.stack)).toContain(stack);
    expect(stateFiles(county)).toEqual(before);
  });

  /** A key of the environment as it is at that moment. */
  function keyOf(what: string): string {
    const read = (file: string) => readFileSync(county.path(file), 'utf8');
    const key = {
      SYSTEM: () => /^systems:\n {2}([a-z-]+):/m.exec(read('tenants/wellness.yaml')),
      TIER: () => /^ {6}([a-z-]+): \{ plane/m.exec(read('tenants/wellness.yaml')),
      POOL: () => /^([a-z0-9-]+): \{/m.exec(read('pools.yaml')),
    }[what as 'SYSTEM' | 'TIER' | 'POOL']();
    return key?.[1] ?? '';
  }

  test('all of it together is one move for each resource, and getting the old key back is another', async () => {
    expect(await run('rename small tenants/wellness health')).toMatchObject({ code: 0 });
    const { total } = await planned();
    expect([total['add'], total['replace'], total['destroy']]).toEqual([0, 0, 0]);
    expect(existsSync(county.path('tenants/health.yaml'))).toBe(true);
  });
});
