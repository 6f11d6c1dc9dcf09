import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type Files = Readonly<Record<string, string | Buffer>>;

const quota =
  '{ instances: 40, cores: 200, ramGiB: 800, volumes: 80, gigabytes: 20000, snapshots: 40, networks: 10, ' +
  'subnets: 20, routers: 2, ports: 200, floatingIps: 4, securityGroups: 40, securityGroupRules: 400, loadBalancers: 4 }';

/** What all environments of the folder share; every value is given, none comes from the package. */
export const sharedFiles: Files = {
  'defaults.yaml': 'extranetUsers: [59.192.0.0/10]\n',
  'profiles/county.yaml': [
    'zones:',
    '  extranet:',
    '    dept: { kind: E-DEPT, prefix: 24 }',
    '    data: { kind: E-DATA, prefix: 26, mlps: 2 }',
    '',
  ].join('\n'),
  'catalogue/flavors.yaml': 'small: { vcpus: 2, memoryGiB: 4 }\n',
  'catalogue/volume-classes.yaml': 'encrypted-ssd: { media: ssd }\n',
  'catalogue/quotas.yaml': `standard: ${quota}\n`,
};

/** A small county that has no problem. */
export const countyFiles: Files = {
  'environment.yaml': [
    'adcode: "421321"',
    'name: 随县',
    'profile: county',
    'mlps: 2',
    'domain: suixian.gov.example',
    'provider: city-cloud',
    'sites:',
    '  main: { role: primary, adcode: "421321", region: suixian, zones: [az1] }',
    'contacts: { network: noc@suixian.gov.example, security: soc@suixian.gov.example }',
    '',
  ].join('\n'),
  'planes.yaml': [
    'extranet:',
    '  physnet: physnet-extranet',
    '  segments: 1000-1999',
    '  blocks: [10.16.0.0/20, "2001:db8:16::/48"]',
    '',
  ].join('\n'),
  'pools.yaml': 'x86: { plane: extranet, arch: x86_64, mlps: 2, hosts: 4, perHost: { vcpus: 64, memoryGiB: 512 } }\n',
  'tenants/finance.yaml': [
    'name: 财政局',
    'systems:',
    '  budget:',
    '    name: 预算系统',
    '    mlps: 2',
    '    tiers:',
    '      app: { plane: extranet, zone: dept, servers: 2, flavor: small }',
    '',
  ].join('\n'),
};

/** Writes `environments/` with the shared files and the given environments; `remove` it when the test is over. */
export class EnvironmentFolder {
  readonly root: string;
  private readonly top: string;

  constructor(environments: Readonly<Record<string, Files>> = { suixian: countyFiles }, shared: Files = sharedFiles) {
    this.top = mkdtempSync(join(tmpdir(), 'egov-environments-'));
    chmodSync(this.top, 0o755);
    this.root = join(this.top, 'environments');
    mkdirSync(this.root);
    this.write(shared);
    for (const [id, files] of Object.entries(environments))
      this.write(Object.fromEntries(Object.entries(files).map(([name, text]) => [`${id}/${name}`, text])));
  }

  write(files: Files): void {
    for (const [name, content] of Object.entries(files)) {
      const path = join(this.root, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }

  remove(): void {
    rmSync(this.top, { recursive: true, force: true });
  }
}
