import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

const PATTERN = 'guangxi/liuzhou/liucheng';
const DIGEST = 'sha256:08c35c4e38192edaea4a7c1685072927734ded6671757f6b2f597f96f63e780d';

/**
 * Writes the shipped county into `root` with departments of its own: `systems` of each on the cluster of the extranet,
 * every one a namespace with an application behind an entry.
 */
export function writeTenants(environments: string, root: string, departments: number, systems: number): string {
  const folder = join(root, PATTERN);
  cpSync(join(environments, PATTERN), folder, { recursive: true });
  const tenants = join(folder, 'tenants');
  for (const own of ['agriculture', 'health']) rmSync(join(tenants, `${own}.yaml`));
  for (let index = 0; index < departments; index += 1) {
    const key = `dept-${index + 1}`;
    const keys = Array.from({ length: systems }, (_, system) => `sys-${system + 1}`);
    const all = Object.fromEntries(keys.map((system) => [system, systemOf(key, system)]));
    writeFileSync(join(tenants, `${key}.yaml`), stringify({ name: `部门${index + 1}`, systems: all }));
  }
  return PATTERN;
}

function systemOf(department: string, system: string): object {
  const name = `${department}-${system}`;
  const web = {
    plane: 'extranet',
    image: `registry.liucheng.gov.example/${department}/${system}@${DIGEST}`,
    entry: { host: `${name}.liucheng.gov.example`, tls: name },
  };
  return { name, mlps: 2, tiers: {}, kubernetes: { workloads: { web } } };
}
