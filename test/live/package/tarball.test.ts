import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { required } from '../../support/engines';
import { temporaryFolder } from '../../support/engines-fake';
import { ROOT } from '../../support/repository-files';

/** It asks the package registry for the dependencies and takes a minute, so that it runs only where it is asked for. */
const describePackage = required('package') ? describe : describe.skip;
const reason = required('package') ? '' : ' (skipped: EGOV_REQUIRE does not list package)';

describePackage(`The tarball of npm pack, installed in an empty folder${reason}`, () => {
  const folder = temporaryFolder();
  const run = (program: string, ...args: string[]): string =>
    execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

  beforeAll(() => {
    execFileSync('npm', ['pack', '--pack-destination', folder], { cwd: ROOT, stdio: 'ignore' });
    const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    run('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', `./${tarball}`);
  }, 600_000);

  test('the command answers, and brings its environments along', () => {
    expect(run('npx', '--no-install', 'egov', '--version')).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(run('npx', '--no-install', 'egov', 'list')).toMatch(/^suizhou +421300 /m);
    const synthesis = JSON.parse(
      run('npx', '--no-install', 'egov', '--json', 'synth', 'suizhou', '--out', 'out'),
    ) as object;
    expect(synthesis).toMatchObject({ environment: 'suizhou' });
    expect(readdirSync(join(folder, 'out/stacks'))).toContain('foundation');
  }, 120_000);

  test('the constructs can be imported with their types, down to those of the provider', () => {
    writeFileSync(
      join(folder, 'program.ts'),
      `import { App, TerraformStack } from 'cdktf';
import { NetworkPlane, type NetworkPlaneProps } from 'egov/constructs/openstack';
import { Cidr } from 'egov/model/cidr';

const wrong: NetworkPlaneProps = { nonsense: true };
console.log(typeof NetworkPlane, typeof Cidr, new TerraformStack(new App(), 'stack').node.id, wrong);
`,
    );
    const compilerOptions = { module: 'node16', target: 'es2022', strict: true, types: [], lib: ['es2022', 'dom'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    let output = '';
    try {
      run(process.execPath, tsc, '-p', '.');
    } catch (error) {
      output = (error as { stdout: string }).stdout;
    }
    // The one error is the one that was made on purpose: everything else has its types.
    expect(output.trim().split('\n')).toEqual([
      expect.stringMatching(
        /^program\.ts\(5,\d+\): error TS2353: .*'nonsense' does not exist in type 'NetworkPlaneProps'/,
      ),
    ]);
    expect(run(process.execPath, 'program.js')).toBe('function function stack { nonsense: true }\n');
  }, 120_000);
});
