import type { DivisionAnswers } from './division-answers';

/** Zones of the cloud by plane, with their kinds. */
export type ZonesOfPlanes = Readonly<Record<string, Readonly<Record<string, { readonly kind: string }>>>>;

const SAID = '# Written by `egov new` as its level asks for it: confirm each line before the cloud is used.';

/**
 * The files in which a cloud says how it is run, watched, protected and backed up, without the first line. What only
 * time can show, such as the day of a restore test, is left out.
 */
export function declarationTexts(
  answers: DivisionAnswers,
  zones: ZonesOfPlanes,
  operatedFrom: string,
): Readonly<Record<string, string>> {
  return {
    'operations.yaml': operations(answers, operatedFrom),
    'detection.yaml': detection(answers, zones),
    'protection.yaml': protection(answers),
    'backup.yaml': backup(answers),
  };
}

function lines(...all: string[]): string {
  return `${[SAID, ...all].join('\n')}\n`;
}

function operations({ key, mlps }: DivisionAnswers, operatedFrom: string): string {
  const factors = mlps > 2 ? '[password, ukey-sm2]' : '[password, certificate]';
  return lines(
    `adcode: "${operatedFrom}"`,
    `bastion: { factors: ${factors}, tries: 5, lockMinutes: 30, idleMinutes: 30, recorded: true }`,
    'passwords: { length: 10, classes: 3, days: 90, shared: false }',
    `administrators: { system: [cloud-${key}], security: [security-${key}], audit: [audit-${key}] }`,
    `api: { https: true, clientCertificates: ${mlps > 2}, audited: true, tenantsReadAudit: true }`,
    'baseline: { versioned: true, driftHours: 24 }',
    'tenantRoles: [member, creator]',
    'access: {} # nobody of the operator touches data of a department',
  );
}

const EDGES = ['internet/edge', 'extranet/edge'];

function detection({ mlps, contacts }: DivisionAnswers, zones: ZonesOfPlanes): string {
  const inside = ['internet', 'extranet'].flatMap((plane) =>
    Object.keys(zones[plane] ?? {})
      .filter((zone) => zone !== 'edge')
      .map((zone) => `${plane}/${zone}`),
  );
  const servers = inside.filter((zone) => !/\/(dmz|exchange)$/.test(zone));
  const gap = inside.some((zone) => zone.endsWith('/exchange'));
  const list = (all: readonly string[]) => `[${all.join(', ')}]`;
  const sources = ['boundary', 'api', 'hosts', 'bastion', 'database', 'remote-access', ...(gap ? ['gap'] : [])];
  const sink = (owner: string, from: readonly string[]) =>
    `  ${owner === 'tenant' ? 'departments' : 'provider'}: { owner: ${owner}, zone: management/security, sources: ${list(from)}, ` +
    'retentionDays: 200, immutable: true, backup: local }';
  return lines(
    'sensors:',
    `  edge-ips: { kind: ips, at: ${list(EDGES)}, mode: block, alarm: true }`,
    `  edge-antivirus: { kind: antivirus, at: ${list(EDGES)}, mode: block, alarm: true }`,
    ...(mlps > 2
      ? [
          '  web-firewall: { kind: waf, at: [internet/dmz], mode: block, alarm: true }',
          `  inside-ids: { kind: ids, at: ${list(inside)}, mode: detect, alarm: true }`,
        ]
      : []),
    `  servers: { kind: tenant-traffic, at: ${list(servers)}, mode: detect, alarm: true }`,
    'boundaryLogs:',
    `  boundaries: { events: all, sink: provider, at: ${list(mlps > 2 ? [...EDGES, ...inside] : EDGES)} }`,
    'sinks:',
    sink('provider', sources),
    sink('tenant', ['hosts', 'database']),
    'monitors:',
    '  provider: { owner: provider, covers: [hosts, servers, routers, load-balancers, uplinks, storage] }',
    '  departments: { owner: tenant, covers: [servers, load-balancers] }',
    'alarms:',
    `  security: { on: [intrusion, malware, isolation, unmanaged-server, audit-failure], contact: ${contacts.security} }`,
  );
}

function protection({ mlps }: DivisionAnswers): string {
  const high = mlps > 2;
  return lines(
    `keys: { backend: ${high ? 'hsm-pkcs11' : 'software'}, tenantOwned: true, zone: management/security }`,
    'algorithms: [SM2, SM3, SM4-GCM, AES-256-GCM, AES-256-XTS, ECDSA-P256, SHA-256]',
    'transit: { flows: tls, links: ipsec }',
    'reclaim: { volumes: zero, disks: true, memory: true }',
    'migration: tls',
    `redundancy: { routers: ${high ? 'ha' : 'single'}, loadBalancers: ${high ? 'active-standby' : 'single'} }`,
    'databaseAudit: true',
  );
}

function backup({ adcode, key, mlps, backupAt }: DivisionAnswers): string {
  const prefix = key.toUpperCase();
  const plan = (tier: string, medium: string, number: string) =>
    `  ${tier}: { targets: [local, remote, departments], medium: ${medium}, procedure: ${prefix}-BAK-${number} }`;
  return lines(
    'targets:',
    `  local: { adcode: "${adcode}", site: ${key}, everyMinutes: 60, checksummed: true }`,
    `  remote: { adcode: "${backupAt}", everyMinutes: ${mlps > 2 ? 0 : 1440}, checksummed: true }`,
    `  departments: { adcode: "${adcode}", owner: tenant, everyMinutes: 1440, checksummed: true }`,
    'plans:',
    plan('B1', 'object', '01'),
    plan('B2', 'disk', '02'),
    plan('B3', 'disk', '03'),
  );
}
