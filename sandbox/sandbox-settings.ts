import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../model/problem';
import { SANDBOX_NAME } from '../model/problems/sandbox-problems';

export type SandboxNetwork = 'ovs' | 'ovn';

/** What a sandbox is made of. Two sandboxes with other settings are two clouds. */
export interface SandboxSettings {
  /** Regions of OpenStack, with one Keystone. The first is the default of `clouds.yaml`. */
  readonly regions: readonly string[];
  readonly network: SandboxNetwork;
  /** Added to every port, for a second sandbox beside the first. */
  readonly portOffset: number;
  /** Physical networks that every compute host is mapped to, each with VLANs 1–4094. */
  readonly physnets: readonly string[];
  /** Availability zones of every region. */
  readonly azs: readonly string[];
  /** How long a token of Keystone lasts. Unlike the others it may change from one start to the next. */
  readonly tokenSeconds: number;
}

export const defaultSettings: SandboxSettings = {
  regions: ['sandbox'],
  network: 'ovs',
  portOffset: 0,
  physnets: ['physnet-extranet', 'physnet-internet', 'physnet-management', 'physnet-storage', 'physnet-replication'],
  azs: ['az1', 'az2'],
  tokenSeconds: 86_400,
};

/** Compute hosts in a zone: two, so that an anti-affinity group of two has room. */
const HOSTS_PER_AZ = 2;
const KEYSTONE = 5000;
/** Port of each service in the first region; the usual ones. */
const PORTS = {
  placement: 8778,
  glance: 9292,
  neutron: 9696,
  cinder: 8776,
  nova: 8774,
  octavia: 9876,
  barbican: 9311,
  designate: 9001,
  mdns: 25354,
} as const;
export type PortName = keyof typeof PORTS;
/** Ports of two regions differ by this much, so that five regions and an offset fit below 65536. */
const REGION_STEP = 10_000;
const MOST_REGIONS = 4;

export function keystonePort(settings: SandboxSettings): number {
  return KEYSTONE + settings.portOffset;
}

export function servicePort(settings: SandboxSettings, region: string, service: PortName): number {
  return PORTS[service] + settings.portOffset + REGION_STEP * settings.regions.indexOf(region);
}

/** Every port that the sandbox listens on, all on 127.0.0.1. */
export function portsOf(settings: SandboxSettings): { readonly service: string; readonly port: number }[] {
  const names = Object.keys(PORTS) as PortName[];
  return [
    { service: 'keystone', port: keystonePort(settings) },
    ...settings.regions.flatMap((region) =>
      names.map((name) => ({ service: `${name} of ${region}`, port: servicePort(settings, region, name) })),
    ),
  ];
}

export function settingsProblems(settings: SandboxSettings): Problem[] {
  const problems: Problem[] = [];
  const refuse = (option: string, value: string, en: string, zh: string) =>
    problems.push(SANDBOX_NAME.at(option, { option, value, expected: { en, zh } }));
  const names = (option: string, values: readonly string[], pattern: RegExp, en: string, zh: string) => {
    if (values.length === 0) refuse(option, '', 'at least one name', '至少一个名称');
    for (const value of values) if (!pattern.test(value)) refuse(option, value, en, zh);
    for (const value of values.filter((name, index) => values.indexOf(name) < index))
      refuse(option, value, 'each name once', '互不相同的名称');
  };
  const { regions, azs, physnets, portOffset, tokenSeconds } = settings;
  names('--region', regions, /^[a-z][a-z0-9-]{0,39}$/, '1 to 40 of a-z, 0-9 and -', ' 1 至 40 个 a-z、0-9 和 - 字符');
  names('azs', azs, /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/, '1 to 40 letters, digits and -', ' 1 至 40 个字母、数字和 -');
  const physnet = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
  names('physnets', physnets, physnet, '1 to 64 letters, digits and . _ -', ' 1 至 64 个字母、数字和 . _ -');
  if (regions.length > MOST_REGIONS)
    refuse('--region', regions.join(' '), `at most ${MOST_REGIONS} regions`, `至多 ${MOST_REGIONS} 个区域`);
  if (!Number.isInteger(portOffset) || portOffset < 0 || portOffset > REGION_STEP - 1)
    refuse(
      '--port-offset',
      String(portOffset),
      `a number from 0 to ${REGION_STEP - 1}`,
      ` 0 至 ${REGION_STEP - 1} 的整数`,
    );
  if (!Number.isInteger(tokenSeconds) || tokenSeconds < 1)
    refuse('--token-seconds', String(tokenSeconds), 'a number of seconds from 1', '不小于 1 的秒数');
  if (settings.network !== 'ovs' && settings.network !== 'ovn')
    refuse('--network', String(settings.network), 'ovs or ovn', ' ovs 或 ovn');
  return problems;
}

/** Where settings are kept; the Python side reads the same file. */
export function settingsFile(state: string): string {
  return join(state, 'settings.json');
}

export function writeSettings(state: string, settings: SandboxSettings, packages: string): void {
  const { regions, ...rest } = settings;
  const names = Object.keys(PORTS) as PortName[];
  const data = {
    ...rest,
    state,
    packages,
    hostsPerAz: HOSTS_PER_AZ,
    keystonePort: keystonePort(settings),
    regions: regions.map((name) => ({
      name,
      ports: Object.fromEntries(names.map((service) => [service, servicePort(settings, name, service)])),
    })),
  };
  mkdirSync(state, { recursive: true, mode: 0o700 });
  writeFileSync(settingsFile(state), `${JSON.stringify(data, null, 2)}\n`, { mode: 0o600 });
}

/** The settings of a sandbox that exists, and the folder that they were written for; undefined where there is none. */
export function readSettings(state: string): (SandboxSettings & { readonly state: string }) | undefined {
  try {
    const data = JSON.parse(readFileSync(settingsFile(state), 'utf8'));
    const regions = data.regions.map((region: { name: string }) => region.name);
    return {
      state: data.state,
      regions,
      network: data.network,
      portOffset: data.portOffset,
      physnets: data.physnets,
      azs: data.azs,
      tokenSeconds: data.tokenSeconds ?? defaultSettings.tokenSeconds,
    };
  } catch {
    return undefined;
  }
}
