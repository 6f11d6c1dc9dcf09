import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { required } from '../../support/engines';
import { temporaryFolder } from '../../support/engines-fake';
import { ROOT } from '../../support/repository-files';

/** It asks the package registry for the dependencies and takes minutes, so that it runs only where it is asked for. */
const describePackage = required('package') ? describe : describe.skip;
const reason = required('package') ? '' : ' (skipped: EGOV_REQUIRE does not list package)';

describePackage(`A repository that egov init makes, with the tarball installed in it${reason}`, () => {
  const top = temporaryFolder();
  const folder = join(top, 'jiangxi');
  const run = (program: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
    return { status, said: `${stdout}${stderr}` };
  };

  beforeAll(() => {
    execFileSync('npm', ['pack', '--pack-destination', top], { cwd: ROOT, stdio: 'ignore' });
    const [tarball = ''] = readdirSync(top).filter((name) => name.endsWith('.tgz'));
    execFileSync(process.execPath, [join(ROOT, 'bin/egov.js'), 'init', 'jiangxi', '--toolkit', `file:../${tarball}`], {
      cwd: top,
      stdio: 'ignore',
    });
    execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: folder });
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder, stdio: 'ignore' });
  }, 900_000);

  test('its types are right, and its cloud is validated, proved and judged', () => {
    expect(run('npm', 'run', '--silent', 'check')).toMatchObject({ status: 0 });
  }, 300_000);

  test('its policy is judged, and fails where it should', () => {
    expect(run('npx', '--no-install', 'egov', 'check', 'jiangxi', '--pack', 'own').said).toMatch(
      /^jiangxi: 1 policy \(1 pass\) · findings: none · [1-9]\d* things looked at/m,
    );
    const tenant = join(folder, 'environments/jiangxi/tenants/finance.yaml');
    const before = readFileSync(tenant, 'utf8');
    writeFileSync(tenant, before.replace('sizeGiB: 200', 'sizeGiB: 3000'));
    const found = run('npx', '--no-install', 'egov', 'check', 'jiangxi', '--pack', 'own');
    const synthesised = run('node', 'node_modules/egov/dist/cli/openstack.main.js');
    writeFileSync(tenant, before);
    expect(synthesised).toMatchObject({ status: 1, said: expect.stringContaining('OWN-VOLUME-SIZE environments/') });
    expect(run('node', 'node_modules/egov/dist/cli/openstack.main.js')).toMatchObject({ status: 0 });
    expect(readdirSync(join(folder, 'cdktf.out/stacks'))).toContain('jiangxi.planes');
    expect(found).toMatchObject({ status: 4, said: expect.stringContaining('it has 3000 GiB') });
  }, 300_000);

  test('the test of its policy passes, and fails with the policy', () => {
    expect(run('npm', 'test', '--silent')).toMatchObject({ status: 0, said: expect.stringMatching(/pass 2\n/) });
    const policy = join(folder, 'policies/volume-size.ts');
    const before = readFileSync(policy, 'utf8');
    writeFileSync(policy, before.replace('size <= LIMIT', 'true'));
    const broken = run('npm', 'test', '--silent');
    writeFileSync(policy, before);
    expect(broken).toMatchObject({ status: 1 });
  }, 120_000);

  test('git joins ledgers with egov, and asks before a commit', () => {
    expect(run('git', 'config', 'core.hooksPath').said).toBe('.githooks\n');
    expect(run('git', 'config', 'merge.egov-addresses.driver').said).toContain('egov addresses merge %O %A %B');
    expect(existsSync(join(folder, 'package-lock.json'))).toBe(true);
    execFileSync('git', ['add', '-A'], { cwd: folder });
    const commit = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-q', '-m', 'first'];
    expect(run('git', ...commit)).toMatchObject({ status: 0 });
    writeFileSync(join(folder, 'environments/jiangxi/environment.yaml'), 'name: 3\n');
    execFileSync('git', ['add', '-A'], { cwd: folder });
    expect(run('git', ...commit)).toMatchObject({ status: 1, said: expect.stringContaining('ENV_') });
  }, 300_000);
});
