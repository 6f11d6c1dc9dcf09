import type { Cidr } from '../../model/cidr';
import { schemaReference } from '../environment-id';
import type { AddressPlan } from './address-plan';
import { declarationTexts, type ZonesOfPlanes } from './declaration-texts';
import type { UsualDepartment } from './departments';
import type { DivisionAnswers } from './division-answers';
import { bitsOfSize, levelSizes } from './division-sizes';
import { templateRecord } from './template-record';
import { tenantText, tiersOf } from './tenant-text';

/** What the shared files say that a new folder has to fit. */
export interface Shared {
  /** Zones of the profile, with the prefix length of each. */
  readonly zones: Readonly<
    Record<string, Readonly<Record<string, { readonly kind: string; readonly prefix?: number }>>>
  >;
  readonly flavors: Readonly<Record<string, { readonly vcpus: number; readonly memoryGiB: number }>>;
}

export interface DivisionProps {
  readonly id: string;
  readonly answers: DivisionAnswers;
  readonly plan: AddressPlan;
  readonly departments: readonly UsualDepartment[];
  readonly shared: Shared;
  /** Code of the division from which the cloud is run. */
  readonly operatedFrom: string;
  /** YYYY-MM-DD. */
  readonly on: string;
  /** Version of the template, for the record. */
  readonly template: number;
}

/** Name to text of every file of a new environment, but the ledger, which its design decides. */
export function divisionFiles(props: DivisionProps): Readonly<Record<string, string>> {
  const { id, answers, plan, departments, shared, operatedFrom, on } = props;
  const zones = zonesText(props);
  const below = plan.below && delegationText(plan.below);
  const texts: Readonly<Record<string, string>> = {
    'environment.yaml': environmentText(props),
    'planes.yaml': planesText(props),
    ...(zones !== undefined && { 'zones.yaml': zones }),
    'pools.yaml': poolsText(props),
    ...declarationTexts(answers, shared.zones as ZonesOfPlanes, operatedFrom),
    ...(below !== undefined && { 'delegation.yaml': below }),
    ...Object.fromEntries(
      departments.map((one, index) => [
        `tenants/${one.key}.yaml`,
        tenantText(one, plan.offices[index] as Cidr, answers, on.slice(0, 4)),
      ]),
    ),
  };
  return Object.fromEntries(
    Object.entries(texts).map(([file, text]) => [
      file,
      `# yaml-language-server: $schema=${referenceOf(id, file)}\n${text}`,
    ]),
  );
}

function referenceOf(id: string, file: string): string {
  if (!file.startsWith('tenants/')) return schemaReference(id, file);
  return `${'../'.repeat(id.split('/').length + 1)}schema/tenant.schema.json`;
}

function list(values: readonly unknown[]): string {
  return `[${values.map((one) => (String(one).includes(':') ? `"${one}"` : `${one}`)).join(', ')}]`;
}

function environmentText({ answers, on, template }: DivisionProps): string {
  const { adcode, name, level, mlps, domain, provider, key, contacts, operators } = answers;
  const region = key.replace(/^(\d)/, 'r$1');
  const zones = mlps > 2 ? '[az1, az2]' : '[az1]';
  return [
    `# Written by \`egov new ${level}\` on ${on}.`,
    `adcode: "${adcode}"`,
    `name: ${name}`,
    `profile: ${level}`,
    `mlps: ${mlps}`,
    `domain: ${domain}`,
    `provider: ${provider}`,
    `sites: { ${key}: { role: primary, adcode: "${adcode}", region: ${region}, zones: ${zones} } }`,
    `contacts: { network: ${contacts.network}, security: ${contacts.security} }`,
    ...(level === 'province' ? [`supervision: { operator: data-bureau }`] : []),
    ...(operators.length > 0 ? [`operators: ${list(operators)}`] : []),
    ...templateRecord(template, answers, on),
    '',
  ].join('\n');
}

function planesText({ answers, plan }: DivisionProps): string {
  const { level, mlps } = answers;
  const { mbps } = levelSizes[level];
  const uplinks = (plane: string): string =>
    mlps > 2
      ? `  uplinks: { unicom: { carrier: unicom, mbps: ${mbps}${plane === 'extranet' ? ', forwardingPlane: A' : ''} }, ` +
        `telecom: { carrier: telecom, mbps: ${mbps}${plane === 'extranet' ? ', forwardingPlane: B' : ''} } }`
      : `  uplinks: { unicom: { carrier: unicom, mbps: ${mbps} } }`;
  const business = (plane: 'extranet' | 'internet', segments: string): string[] => [
    `${plane}: # ${plane === 'extranet' ? '政务外网区' : '互联网区'}`,
    `  physnet: physnet-${plane}`,
    `  segments: ${segments}`,
    `  blocks: ${list(plan.planes[plane])}`,
    `  reachable: ${list([plan.reachable[plane]])}`,
    ...(mlps > 2 ? [`  peakMbps: ${Math.floor(mbps * 0.9)}`] : []),
    uplinks(plane),
  ];
  const inner = (plane: 'management' | 'storage', segments: string): string =>
    `${plane}: { physnet: physnet-${plane}, segments: ${segments}, blocks: ${list(plan.planes[plane])} }`;
  return [
    ...business('extranet', '1000-1799'),
    ...business('internet', '1800-2099'),
    inner('management', '2100-2149'),
    inner('storage', '2150-2199'),
    '',
  ].join('\n');
}

/** Networks of a zone are /28 or larger; a quarter of room is left. */
const NETWORK_BITS = 4;

/** Only zones that are larger than the profile has them: by the size, or because the departments need it. */
function zonesText({ answers, departments, shared }: DivisionProps): string | undefined {
  const more = bitsOfSize(answers.size);
  const networks = networksByZone(departments, answers.mlps);
  const larger = Object.entries(shared.zones).flatMap(([plane, zones]) => {
    const own = Object.entries(zones).flatMap(([zone, { kind, prefix = 24 }]) => {
      const needs =
        32 - NETWORK_BITS - Math.ceil(Math.log2(Math.max(1, (networks.get(`${plane}/${zone}`) ?? 0) * 1.25)));
      const wanted = Math.min(prefix - more, needs);
      return wanted < prefix ? [`  ${zone}: { kind: ${kind}, prefix: ${wanted} }`] : [];
    });
    return own.length === 0 ? [] : [`${plane}:`, ...own];
  });
  return larger.length === 0 ? undefined : `# Larger than in the profile.\n${larger.join('\n')}\n`;
}

function networksByZone(departments: readonly UsualDepartment[], mlps: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (zone: string): void => void counts.set(zone, (counts.get(zone) ?? 0) + 1);
  for (const { systems } of departments) {
    for (const { form } of systems)
      for (const { plane, zone } of Object.values(tiersOf(form, mlps))) add(`${plane}/${zone}`);
    // Entries of a department stand in a network of their own.
    if (systems.some(({ form }) => form === 'office' || form === 'exchange')) add('extranet/dept');
  }
  return counts;
}

/** Processors and memory of one host of a new cloud. */
const HOST = { vcpus: 64, memoryGiB: 256 };
const SPARE = 1.3;

function poolsText({ answers, departments, shared }: DivisionProps): string {
  const { xinchuang, mlps, size } = answers;
  const stack = xinchuang
    ? 'arch: aarch64, image: kylin-aarch64, vendor: kunpeng, xinchuang: true'
    : 'arch: x86_64, image: kylin-x86';
  const hosts = (plane: 'extranet' | 'internet'): number => {
    const wanted = { vcpus: 0, memoryGiB: 0 };
    for (const { form } of departments.flatMap(({ systems }) => systems))
      for (const tier of Object.values(tiersOf(form, mlps))) {
        const flavor = shared.flavors[tier.flavor];
        if (tier.plane !== plane || flavor === undefined) continue;
        wanted.vcpus += flavor.vcpus * tier.servers;
        wanted.memoryGiB += flavor.memoryGiB * tier.servers;
      }
    const enough = Math.max(wanted.vcpus / HOST.vcpus, wanted.memoryGiB / HOST.memoryGiB) * SPARE;
    return Math.max(2 << bitsOfSize(size), Math.ceil(enough));
  };
  return (['extranet', 'internet'] as const)
    .map(
      (plane) =>
        `${plane}: { plane: ${plane}, ${stack}, mlps: ${mlps}, hosts: ${hosts(plane)}, ` +
        `perHost: { vcpus: ${HOST.vcpus}, memoryGiB: ${HOST.memoryGiB} } }\n`,
    )
    .join('');
}

function delegationText({ private: inner, extranet, internet }: NonNullable<AddressPlan['below']>): string {
  return [
    '# What divisions below get their addresses from.',
    `private: ${list(inner)}`,
    `extranet: ${list(extranet)}`,
    `internet: ${list(internet)}`,
    '',
  ].join('\n');
}
