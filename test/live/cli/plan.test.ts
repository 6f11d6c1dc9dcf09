import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest } from '../../../stacks/manifest';
import { describeWithEngine } from '../../support/engines';
import { run } from '../../unit/cli/command-line';

describeWithEngine('tofu', 'the plan of a county by OpenTofu, without a cloud', () => {
  const out = mkdtempSync(join(tmpdir(), 'egov-plan-'));
  afterAll(() => rmSync(out, { recursive: true, force: true }));
  const { OS_CLOUD: _, OS_AUTH_URL: __, ...surroundings } = process.env;

  test('adds every resource that was synthesised, in every stack', async () => {
    const line = ['plan', 'guangxi/liuzhou/liucheng', '--json', '--detailed-exitcode', '--out', out];
    const { code, out: answer, err } = await run(line, { surroundings });
    expect({ code, problems: err.filter((words) => !/^(· |the cluster )/.test(words)) }).toEqual({
      code: 2,
      problems: [],
    });
    const { offline, stacks, total } = JSON.parse(answer.join('\n'));
    const manifest = JSON.parse(readFileSync(join(out, 'stacks/manifest.json'), 'utf8')) as Manifest;
    expect(offline).toBe(true);
    expect(stacks.map(({ name, counts }: { name: string; counts: { add: number } }) => [name, counts.add])).toEqual(
      manifest.stacks.map(({ name, resources }) => [name, resources]),
    );
    expect(total).toMatchObject({ change: 0, replace: 0, destroy: 0 });
  }, 300_000);

  test('says in OpenTofu’s own words what it would do', async () => {
    const line = ['plan', 'guangxi/liuzhou/liucheng', '--stack', 'foundation', '--out', out];
    const { code, out: words } = await run(line, { surroundings });
    expect(code).toBe(0);
    expect(words.join('\n')).toMatch(/# openstack_dns_zone_v2\.\S+ will be created/);
  }, 300_000);
});
