import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../model/problem';
import { SANDBOX_NAME } from '../../model/problems/sandbox-problems';
import type { ServicePort } from '../taken-ports';

/** One cluster of the sandbox: an API server with its controllers, over the etcd of all. */
export interface SandboxCluster {
  /** Also the name of its context in the kubeconfig. */
  readonly name: string;
  /** What the cluster says of itself. @default it says nothing, as a cluster does that nobody claimed */
  readonly identity?: { readonly environment: string; readonly plane: string };
}

export interface ClusterSettings {
  /** In the order in which they came; a cluster's ports follow from its place. */
  readonly clusters: readonly SandboxCluster[];
  /** Added to every port, for a second sandbox beside the first. */
  readonly portOffset: number;
}

const ETCD = 26_440;
const FIRST_CLUSTER = 26_443;
/** Ports of two clusters differ by this much. */
const STEP = 3;
const MOST_CLUSTERS = 12;
const LARGEST_OFFSET = 9_999;

export function etcdPorts({ portOffset }: ClusterSettings): { readonly client: number; readonly peer: number } {
  return { client: ETCD + portOffset, peer: ETCD + portOffset + 1 };
}

export function clusterPorts(settings: ClusterSettings, name: string): { readonly api: number; readonly own: number } {
  const index = settings.clusters.findIndex((cluster) => cluster.name === name);
  const api = FIRST_CLUSTER + settings.portOffset + STEP * index;
  return { api, own: api + 1 };
}

/** Every port that it listens on, all on 127.0.0.1. */
export function clusterPortList(settings: ClusterSettings): ServicePort[] {
  const { client, peer } = etcdPorts(settings);
  return [
    { service: 'etcd', port: client },
    { service: 'etcd', port: peer },
    ...settings.clusters.flatMap(({ name }) => {
      const { api, own } = clusterPorts(settings, name);
      return [
        { service: `the API server of ${name}`, port: api },
        { service: `the controllers of ${name}`, port: own },
      ];
    }),
  ];
}

export function clusterProblems({ clusters, portOffset }: ClusterSettings): Problem[] {
  const problems: Problem[] = [];
  const refuse = (option: string, value: string, en: string, zh: string): number =>
    problems.push(SANDBOX_NAME.at(option, { option, value, expected: { en, zh } }));
  for (const { name } of clusters)
    if (!/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name))
      refuse('--clusters', name, '1 to 63 of a-z, 0-9 and -', ' 1 至 63 个 a-z、0-9 和 - 字符');
  if (clusters.length > MOST_CLUSTERS) {
    const names = clusters.map(({ name }) => name).join(' ');
    refuse('--clusters', names, `at most ${MOST_CLUSTERS} clusters`, `至多 ${MOST_CLUSTERS} 个集群`);
  }
  if (!Number.isInteger(portOffset) || portOffset < 0 || portOffset > LARGEST_OFFSET) {
    const range = [`a number from 0 to ${LARGEST_OFFSET}`, ` 0 至 ${LARGEST_OFFSET} 的整数`] as const;
    refuse('--port-offset', String(portOffset), ...range);
  }
  return problems;
}

/** Its presence tells that a folder is of such a sandbox. */
export function clusterSettingsFile(state: string): string {
  return join(state, 'clusters.json');
}

export function writeClusterSettings(state: string, settings: ClusterSettings): void {
  mkdirSync(state, { recursive: true, mode: 0o700 });
  writeFileSync(clusterSettingsFile(state), `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
}

/** Undefined where there is none, or none that can be read. */
export function readClusterSettings(state: string): ClusterSettings | undefined {
  try {
    return JSON.parse(readFileSync(clusterSettingsFile(state), 'utf8')) as ClusterSettings;
  } catch {
    return undefined;
  }
}
