import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tofuScript, writeProgram } from '../../../support/engines-fake';
import { run, workingFolder } from '../command-line';

const PLAN = JSON.stringify({
  resource_changes: ['create', 'update', 'delete'].map((action, index) => ({
    address: `openstack_x.x${index}`,
    type: 'openstack_x',
    mode: 'managed',
    change: { actions: [action] },
  })),
});

/** An OpenTofu that plans one thing of each kind, and keeps the inputs that it was given. */
const WORKS = `case "$1" in
  plan) echo "$TF_CLI_ARGS_plan" > ../../args; cp plan-inputs.json ../../inputs-$(basename "$PWD").json; touch egov.tfplan; exit 2;;
  show) if [ "$2" = -json ]; then echo '${PLAN}'; else echo "OpenTofu will perform the following actions"; fi;;
esac`;

interface Setting {
  readonly folder: string;
  readonly out: string;
  readonly surroundings: Record<string, string | undefined>;
}

function setting(script: string): Setting {
  const folder = workingFolder('suizhou');
  const path = writeProgram(join(folder, 'tofu'), tofuScript('1.12.6', script));
  const out = join(folder, '.egov/suizhou');
  return { folder, out, surroundings: { PATH: process.env['PATH'], HOME: folder, EGOV_TOFU: path } };
}

describe('what cannot be planned', () => {
  test('a stack that does not exist is named with the one that was meant; nothing is written', async () => {
    const { folder, out, surroundings } = setting(WORKS);
    const { code, err } = await run('plan suizhou --stack tenant-civil-affair', { folder, surroundings });
    expect({ code, err }).toEqual({
      code: 64,
      err: [
        'USAGE_NAME egov plan --stack',
        '  there is no stack tenant-civil-affair',
        '  fix: did you mean tenant-civil-affairs?',
      ],
    });
    expect(existsSync(out)).toBe(false);
  });

  test('without OpenTofu it ends with 5, says how to get it, and the synthesis is there', async () => {
    const { folder, out } = setting(WORKS);
    const { code, err } = await run('plan suizhou', { folder, surroundings: { HOME: folder } });
    expect({ code, first: err[0] }).toEqual({ code: 5, first: 'ENGINE_MISSING opentofu' });
    expect(readdirSync(join(out, 'stacks'))).toContain('planes');
  });

  test('an OpenTofu of another version ends with 5 and says which is wanted', async () => {
    const { folder, surroundings } = setting(WORKS);
    writeProgram(surroundings['EGOV_TOFU'] as string, tofuScript('1.6.2'));
    const { code, err } = await run('plan suizhou', { folder, surroundings });
    expect({ code, err: err.slice(0, 2) }).toEqual({
      code: 5,
      err: [
        `ENGINE_VERSION ${surroundings['EGOV_TOFU']}`,
        '  this is OpenTofu 1.6.2, wanted is OpenTofu 1.12 or a later 1.x',
      ],
    });
  });

  test('one stack that dies stops no other: the rest is counted, and it ends with 5', async () => {
    const { folder, surroundings } = setting(
      `case "$PWD" in */planes) echo "out of memory" >&2; exit 137;; esac\n${WORKS}`,
    );
    const { code, out, err } = await run('plan suizhou', { folder, surroundings });
    expect(code).toBe(5);
    expect(out.map((line) => line.split(' ')[0])).toEqual([
      'stack',
      'foundation',
      'tenant-civil-affairs',
      'tenant-culture-tourism',
      'tenant-data-bureau',
      'total',
      'synthesis:',
    ]);
    expect(err).toContain('· planes not planned');
    expect(err.slice(err.indexOf('ENGINE_FAILED planes'))).toEqual([
      'ENGINE_FAILED planes',
      '  tofu init ended with exit code 137',
      '    out of memory',
      expect.stringMatching(/^ {2}fix: run it again/),
    ]);
  });

  test('an interruption ends with 6, and leaves neither plans nor placeholders', async () => {
    const stop = new AbortController();
    const { folder, out, surroundings } = setting(`[ "$1" = plan ] && touch ../../started && exec sleep 30\n${WORKS}`);
    const watch = setInterval(() => existsSync(join(out, 'started')) && stop.abort(), 20);
    const { code, err } = await run('plan suizhou --stack planes', { folder, surroundings, signal: stop.signal });
    clearInterval(watch);
    expect({ code, kinds: err.filter((line) => line.startsWith('ENGINE_')) }).toEqual({
      code: 6,
      kinds: ['ENGINE_INTERRUPTED planes'],
    });
    expect(readdirSync(join(out, 'stacks/planes'))).toEqual(['cdk.tf.json']);
  });
});

describe('a plan', () => {
  test('counts for each stack and in total, and says that no cloud was asked', async () => {
    const { folder, surroundings } = setting(WORKS);
    const { code, out, err } = await run('plan suizhou', { folder, surroundings });
    expect({ code, out }).toEqual({
      code: 0,
      out: [
        'stack                   add  change  replace  destroy',
        'foundation                1       1        0        1',
        'planes                    1       1        0        1',
        'tenant-civil-affairs      1       1        0        1',
        'tenant-culture-tourism    1       1        0        1',
        'tenant-data-bureau        1       1        0        1',
        'total                     5       5        0        5',
        'synthesis: .egov/suizhou/stacks',
      ],
    });
    expect(err.filter((line) => line.startsWith('· ')).sort()[0]).toBe(
      '· foundation planned: 1 to add, 1 to change, 1 to destroy',
    );
    expect(err.at(-2)).toBe('offline: neither OS_CLOUD nor OS_AUTH_URL names a cloud, so nothing was asked of one');
    expect(err.at(-1)).toMatch(/^\d+ ids of stacks that were never applied are placeholders; this plan is to be read/);
  });

  test('shows OpenTofu’s own words where one stack is asked for', async () => {
    const { folder, surroundings } = setting(WORKS);
    const { out } = await run('plan suizhou --stack foundation -q', { folder, surroundings });
    expect(out.slice(0, 2)).toEqual(['# foundation', 'OpenTofu will perform the following actions']);
    expect(out.filter((line) => line.startsWith('# '))).toHaveLength(1);
  });

  test('ends with 2 for changes only where that is asked for', async () => {
    const { folder, surroundings } = setting(WORKS);
    const line = 'plan suizhou --stack foundation';
    expect((await run(line, { folder, surroundings })).code).toBe(0);
    expect((await run(`${line} --detailed-exitcode`, { folder, surroundings })).code).toBe(2);
    const { folder: same, surroundings: quiet } = setting(WORKS.replace(PLAN, '{}'));
    const { code, out } = await run(`${line} --detailed-exitcode --lang zh`, { folder: same, surroundings: quiet });
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.arrayContaining(['合计           0     0     0     0']),
    });
  });

  test('gets placeholders by a file that no apply would load, and none for what is applied', async () => {
    const { folder, out, surroundings } = setting(WORKS);
    mkdirSync(join(out, 'state'), { recursive: true });
    const outputs = { dns_zone_cloud: { value: '5f0c' } };
    writeFileSync(
      join(out, 'state/foundation.tfstate'),
      JSON.stringify({ version: 4, serial: 1, lineage: 'one', resources: [], outputs }),
    );
    await run('plan suizhou', { folder, surroundings: { ...surroundings, TF_CLI_ARGS_plan: '-parallelism=4' } });
    expect(readFileSync(join(out, 'args'), 'utf8').trim()).toBe('-parallelism=4 -var-file=plan-inputs.json');
    const inputs = JSON.parse(readFileSync(join(out, 'inputs-tenant-civil-affairs.json'), 'utf8'));
    expect(inputs).toMatchObject({
      dns_zone_cloud: '5f0c',
      network_extranet_edge: 'egov-placeholder:planes.network_extranet_edge',
    });
    expect(JSON.parse(readFileSync(join(out, 'inputs-foundation.json'), 'utf8'))).toEqual({});
    for (const stack of ['foundation', 'planes', 'tenant-civil-affairs'])
      expect(readdirSync(join(out, 'stacks', stack))).toEqual(['cdk.tf.json']);
  });

  test('with --json it is one document with every change', async () => {
    const { folder, surroundings } = setting(WORKS);
    const { out } = await run('plan suizhou --json', { folder, surroundings });
    const { environment, offline, stacks, total } = JSON.parse(out.join('\n'));
    expect({ environment, offline, total }).toEqual({
      environment: 'suizhou',
      offline: true,
      total: { add: 5, change: 5, replace: 0, destroy: 5 },
    });
    expect(stacks[0]).toEqual({
      name: 'foundation',
      counts: { add: 1, change: 1, replace: 0, destroy: 1 },
      changes: [
        { address: 'openstack_x.x0', type: 'openstack_x', action: 'add' },
        { address: 'openstack_x.x1', type: 'openstack_x', action: 'change' },
        { address: 'openstack_x.x2', type: 'openstack_x', action: 'destroy' },
      ],
      problems: [],
    });
  });
});
