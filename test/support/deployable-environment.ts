import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './repository-files';

const COUNTY = 'guangxi/liuzhou/liucheng';

/**
 * The county of Liucheng without its internet plane and with one department: about 200 resources in three stacks, of
 * every type that a department has. Written to a folder in which `egov` is then run; `remove` it afterwards.
 */
export class DeployableEnvironment {
  static readonly id = 'small';
  /** Working directory. */
  readonly folder = mkdtempSync(join(tmpdir(), 'egov-deploy-'));
  readonly environments = join(this.folder, 'environments');

  constructor() {
    const from = join(ROOT, 'environments');
    for (const shared of ['defaults.yaml', 'profiles', 'catalogue'])
      cpSync(join(from, shared), join(this.environments, shared), { recursive: true });
    mkdirSync(this.path('tenants'), { recursive: true });
    for (const file of ['environment.yaml', 'planes.yaml', 'pools.yaml', 'tenants/health.yaml'])
      cpSync(join(from, COUNTY, file), this.path(file));
    this.edit('planes.yaml', (text) => text.replace(/^internet:\n( .*\n)+/m, ''));
    this.edit('pools.yaml', (text) => text.replace(/^internet: .*\n/m, ''));
    this.edit('../profiles/county.yaml', (text) => text.replace(/^ {2}internet:\n( {4}.*\n)+/m, ''));
  }

  /** A file of the environment. */
  path(file: string): string {
    return join(this.environments, DeployableEnvironment.id, file);
  }

  /** Throws where the change changes nothing. */
  edit(file: string, change: (text: string) => string): void {
    const before = readFileSync(this.path(file), 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`${file} has nothing to change`);
    writeFileSync(this.path(file), after);
  }

  /** Where the states lie. */
  get state(): string {
    return join(this.folder, '.egov', DeployableEnvironment.id, 'state');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
