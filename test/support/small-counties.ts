import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeployableEnvironment } from './deployable-environment';

/**
 * Small counties of one city, each with the resources of `DeployableEnvironment` and addresses, segments and names of its
 * own, so that one sandbox holds them all: half of them in its region `north`, half in `south`.
 */
export class SmallCounties {
  /** Working directory. */
  readonly folder = mkdtempSync(join(tmpdir(), 'egov-counties-'));
  readonly environments = join(this.folder, 'environments');
  readonly ids: readonly string[];

  constructor(count: number) {
    const pattern = new DeployableEnvironment();
    for (const shared of ['defaults.yaml', 'profiles', 'catalogue'])
      cpSync(join(pattern.environments, shared), join(this.environments, shared), { recursive: true });
    this.ids = Array.from({ length: count }, (_, index) => {
      const id = `county-${index + 1}`;
      cpSync(join(pattern.environments, DeployableEnvironment.id), join(this.environments, id), { recursive: true });
      const region = index % 2 === 0 ? 'north' : 'south';
      const [adcode, domain] = [`4502${20 + index}`, `${id}.gov.example`];
      this.edit(`${id}/environment.yaml`, [
        ['450222', adcode],
        ['region: liucheng', `region: ${region}`],
        ['liucheng.gov.example', domain],
      ]);
      const [first, third] = [100 + 20 * index, 300 + 40 * index];
      this.edit(`${id}/planes.yaml`, [
        ['segments: 100-199', `segments: ${first}-${first + 19}`],
        ['segments: 300-319', `segments: ${third}-${third + 19}`],
        ['segments: 320-339', `segments: ${third + 20}-${third + 39}`],
        ['10.72.', `10.${100 + index}.`],
        ['2001:db8:4522', `2001:db8:${4600 + index}`],
        ['59.220.16.0', `59.220.${32 + index}.0`],
      ]);
      this.edit(`${id}/tenants/health.yaml`, [
        ['59.220.17.64', `59.221.${32 + index}.64`],
        ['liucheng.gov.example', domain],
      ]);
      return id;
    });
    pattern.remove();
  }

  /** Throws where a change changes nothing. */
  edit(file: string, changes: readonly (readonly [from: string, to: string])[]): void {
    const path = join(this.environments, file);
    let text = readFileSync(path, 'utf8');
    for (const [from, to] of changes) {
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
      text = text.replaceAll(from, to);
    }
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
