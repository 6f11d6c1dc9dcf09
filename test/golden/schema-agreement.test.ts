import Ajv from 'ajv';
import { parse } from 'yaml';
import type { z } from 'zod';
import { catalogueFiles, environmentFiles, tenantFile } from '../../model/environment/environment-schema';
import { jsonSchemas, schemaFile } from '../../model/environment/json-schemas';
import { countyFiles, sharedFiles } from '../support/environment-folder';

const schemas: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(
    Object.entries({ ...environmentFiles, ...catalogueFiles }).map(([file, { schema }]) => [schemaFile(file), schema]),
  ),
  'tenant.schema.json': tenantFile.schema,
};
const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true });
const validators = Object.fromEntries(
  Object.entries(jsonSchemas()).map(([name, schema]) => [name, ajv.compile(schema)]),
);

function verdicts(kind: string, yaml: string): { zod: boolean; ajv: boolean } {
  const value: unknown = parse(yaml);
  const name = `${kind}.schema.json`;
  return {
    zod: schemas[name]?.safeParse(value).success === true,
    ajv: validators[name]?.(value) === true,
  };
}

const environment = String(countyFiles['environment.yaml']);
const planes = String(countyFiles['planes.yaml']);
const pools = String(countyFiles['pools.yaml']);
const tenant = String(countyFiles['tenants/finance.yaml']);
const plane = (line: string) => `${planes}  ${line}\n`;
const blocks = (...texts: string[]) => plane(`reachable: [${texts.map((text) => `"${text}"`).join(', ')}]`);
const flow = (ports: string) => `f: { from: finance/budget/app, to: extranet/dept, ports: ${ports}, purpose: p }\n`;
const channel = (line: string) =>
  `channels:\n  c: { device: g, kind: db, direction: in, from: a/b/c, to: d/e/f, ports: tcp/1, maxMbps: 1, ` +
  `approval: { id: X, until: 2027-06-30 }${line} }\n`;
const waiver = (until: string) =>
  `- { policy: P, at: a, reason: r, owner: o, approver: a, ticket: t, until: ${until} }\n`;

const accepted: readonly [kind: string, yaml: string][] = [
  ['environment', environment],
  ['environment', `${environment}synthetic: true\noperators: [10.0.0.0/8]\n`],
  ['environment', `${environment}cloud: { network: { driver: ovn, release: zed } }\n`],
  ['planes', planes],
  ['planes', '{}'],
  ['planes', blocks('0.0.0.0/0', '255.255.255.255/32', '::/0', '2001:DB8::/32', '1:2:3:4:5:6:7:8/128', '1::8/128')],
  ['planes', plane('uplinks: { a: { carrier: unicom, mbps: 100, forwardingPlane: A } }')],
  ['zones', 'extranet: { dept: { kind: E-DEPT, prefix: 24, block: 10.0.0.0/24, mlps: 3 } }'],
  ['pools', pools],
  ['pools', pools.replace(' }\n', ', overcommit: { vcpus: 1.5, memory: 1 } }\n')],
  ['flows', flow('tcp/443')],
  ['flows', flow('[tcp/1, udp/5000-65535, icmp]')],
  ['gap', '{}'],
  ['gap', 'devices: { g: { outer: internet/exchange, inner: extranet/exchange } }'],
  ['gap', channel('')],
  ['waivers', '[]'],
  ['waivers', waiver('2027-06-30')],
  [
    'waivers',
    waiver('2027-06-30').replace('at: a', 'at: [tier a/b/c, tier a/b/d], fingerprint: 0123456789ab, clause: 8.1 a'),
  ],
  ['waivers', waiver('2027-06-30').replace('at: a', 'at: a, flows: { from: 10.0.0.0/8, to: a/b/c, ports: tcp/22 }')],
  ['addresses', '{ version: 1, blocks: { zone extranet/dept 4: 10.0.0.0/24 }, segments: { a: 1 } }'],
  ['operations', '{}'],
  ['operations', 'access: {}'],
  ['operations', `bastion: { factors: [password], tries: 5, lockMinutes: 30, idleMinutes: 30, recorded: true }`],
  ['operations', 'access: { finance: { id: X-1, until: 2027-06-30 } }'],
  ['detection', '{}'],
  ['detection', 'sensors: { a: { kind: ips, at: [internet/edge], mode: block, alarm: true } }'],
  ['detection', 'time: [10.0.0.1/32]'],
  ['protection', 'algorithms: [SM4-GCM]\nmigration: tls'],
  ['backup', 'plans: { B2: { targets: [a], medium: disk, procedure: P-1 } }'],
  ['backup', 'targets: { a: { adcode: "130100", everyMinutes: 0, checksummed: true } }'],
  ['backup-tiers', 'B1: { fullHours: 168, incrementalHours: 24, keepDays: 30, copies: 2, restoreTestDays: 366 }'],
  ['images', `a: { arch: aarch64, os: kylin, checksum: "sm3:${'0'.repeat(64)}" }`],
  ['tenant', tenant],
  ['tenant', `${tenant}owner: 预算处\n`],
  ['tenant', `${tenant}quotas: { cores: 10 }\nsources: [59.192.0.0/16]\n`],
  ['flavors', String(sharedFiles['catalogue/flavors.yaml'])],
  ['volume-classes', String(sharedFiles['catalogue/volume-classes.yaml'])],
  ['quotas', String(sharedFiles['catalogue/quotas.yaml'])],
];

const refused: readonly [kind: string, yaml: string][] = [
  ['environment', '[]'],
  ['environment', 'null'],
  ['environment', environment.replace('adcode: "421321"\nname', 'adcode: 421321\nname')],
  ['environment', environment.replace('"421321"\nname', '"42132"\nname')],
  ['environment', environment.replace('profile: county', 'profile: country')],
  ['environment', environment.replace('mlps: 2', 'mlps: 5')],
  ['environment', environment.replace('mlps: 2', 'mlps: "2"')],
  ['environment', environment.replace('name: 随县', 'name: ""')],
  ['environment', environment.replace('suixian.gov.example', 'Suixian')],
  ['environment', environment.replace('main:', '../main:')],
  ['environment', environment.replace('zones: [az1]', 'zones: []')],
  ['environment', `${environment}unknown: 1\n`],
  ['environment', `${environment}operators: 10.0.0.0/8\n`],
  ['planes', 'Extranet: { physnet: p, segments: 1-2, blocks: [10.0.0.0/8] }'],
  ['planes', `${'a'.repeat(25)}: { physnet: p, segments: 1-2, blocks: [10.0.0.0/8] }`],
  ['planes', planes.replace(/ {2}physnet.*\n/, '')],
  ['planes', planes.replace('1000-1999', '1000')],
  ['planes', planes.replace('1000-1999', '0-1999')],
  ...['10.0.0.0', '10.0.0.0/33', '10.0.0/24', '256.0.0.0/8', '01.0.0.0/8', 'x/8', '10.0.0.0/8 '].map(
    (text): [string, string] => ['planes', blocks(text)],
  ),
  ...[
    '2001:db8::/129',
    '1::2::/32',
    '1:2:3:4:5:6:7/128',
    '1:2:3:4:5:6:7:8:9/128',
    '12345::/16',
    '::1:2:3:4:5:6:7:8/128',
  ].map((text): [string, string] => ['planes', blocks(text)]),
  ['zones', 'extranet: { dept: { kind: E-DEP, prefix: 24 } }'],
  ['zones', 'extranet: { dept: { kind: E-DEPT, prefix: 29 } }'],
  ['zones', 'extranet: { dept: { kind: E-DEPT, prefix: 24, block: "2001:db8::/32" } }'],
  ['pools', pools.replace('x86_64', 'x86')],
  ['pools', pools.replace('hosts: 4', 'hosts: 0')],
  ['pools', pools.replace('hosts: 4', 'hosts: 1.5')],
  ...['tcp/0', 'tcp/65536', 'sctp/1', 'tcp', 'icmp/1', '443', '[]', '[tcp/1, 2]'].map((text): [string, string] => [
    'flows',
    flow(text),
  ]),
  ['flows', flow('tcp/1').replace('finance/budget/app', 'Finance')],
  ['gap', channel(', audit: false')],
  ['gap', channel(', checks: [virus]')],
  ['waivers', waiver('2027-13-01')],
  ['waivers', waiver('2027-06-30').replace('at: a', 'at: "*"')],
  ['waivers', waiver('2027-06-30').replace('at: a', 'at: tier finance/*/app')],
  ['waivers', waiver('2027-06-30').replace('at: a', 'at: [a, b?]')],
  ['waivers', waiver('2027-06-30').replace('at: a', 'at: []')],
  ['waivers', waiver('2027-06-30').replace('at: a', 'at: a, fingerprint: "123"')],
  ['waivers', waiver('2027-06-30').replace('owner: o', 'owner: " "')],
  ['waivers', waiver('2027-06-30').replace('owner: o, ', '')],
  ['waivers', waiver('2027-06-30').replace('ticket: t', 'ticket:')],
  ['waivers', waiver('soon')],
  ['addresses', '{ version: 3, blocks: {}, segments: {} }'],
  ['operations', 'bastion: { factors: [], tries: 5, lockMinutes: 30, idleMinutes: 30, recorded: true }'],
  ['operations', 'bastion: { factors: [password] }'],
  ['operations', 'administrators: { security: [a] }'],
  ['detection', 'sensors: { a: { kind: ips, at: [], mode: block, alarm: true } }'],
  ['detection', 'sensors: { a: { kind: camera, at: [internet/edge], mode: block, alarm: true } }'],
  ['detection', 'sinks: { a: { owner: provider, zone: m/s, sources: [api], retentionDays: 0, immutable: true } }'],
  ['protection', 'algorithms: []'],
  ['protection', 'algorithms: [sm4]'],
  ['backup', 'plans: { B5: { targets: [a], medium: disk, procedure: P-1 } }'],
  ['backup', 'targets: { a: { adcode: "1301", everyMinutes: 0, checksummed: true } }'],
  ['backup-tiers', 'B9: { fullHours: 168, incrementalHours: 24, keepDays: 30, copies: 2, restoreTestDays: 366 }'],
  ['images', 'a: { arch: aarch64, os: kylin, checksum: "md5:00" }'],
  ['images', `a: { arch: aarch64, os: kylin, checksum: "sha512:${'0'.repeat(64)}" }`],
  ['tenant', `${tenant}owner: "a, b"\n`],
  ['tenant', tenant.replace('servers: 2', 'servers: 201')],
  ['tenant', `${tenant}quotas: { core: 10 }\n`],
  ['flavors', 'small: { vcpus: 2 }'],
  ['volume-classes', 'ssd: { media: tape }'],
  ['quotas', 'standard: { instances: 1 }'],
];

/** What a pattern cannot say; the reader refuses it all the same. */
const knownToZodAlone: readonly [why: string, kind: string, yaml: string][] = [
  ['bits of a host', 'planes', blocks('10.0.0.5/24')],
  ['bits of a host, IPv6', 'planes', blocks('2001:db8::1/64')],
  ['ports out of order', 'flows', flow('tcp/9-8')],
  ['segments out of order', 'planes', planes.replace('1000-1999', '1999-1000')],
  ['segments over 24 bits', 'planes', planes.replace('1000-1999', '1-16777216')],
];

test.each(refused)('%s: both refuse %j', (kind, yaml) => {
  expect(verdicts(kind, yaml)).toEqual({ zod: false, ajv: false });
});

test.each(knownToZodAlone)('%s is for zod alone to refuse', (_, kind, yaml) => {
  expect(verdicts(kind, yaml)).toEqual({ zod: false, ajv: true });
});

test.each(accepted)('%s: both accept %j', (kind, yaml) => {
  expect(verdicts(kind, yaml)).toEqual({ zod: true, ajv: true });
});

describe('layers', () => {
  test('a profile may say a part of an object, and no key that an environment has not', () => {
    const profile = validators['profile.schema.json'];
    expect(profile?.(parse('zones: { extranet: { dept: { prefix: 24 } } }'))).toBe(true);
    expect(profile?.(parse('zone: {}'))).toBe(false);
  });

  test('what stands in a list is complete, because lists replace', () => {
    expect(validators['defaults.schema.json']?.(parse('waivers: [{ policy: P }]'))).toBe(false);
  });
});
