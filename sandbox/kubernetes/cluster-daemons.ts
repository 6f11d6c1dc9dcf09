import { join } from 'node:path';
import { cachedProgram } from '../../engines/engine-cache';
import { ETCD, KUBE_APISERVER, KUBE_CONTROLLERS } from '../../engines/engine-pin';
import type { Daemon } from '../daemons';
import { kubeconfigFile } from './cluster-credentials';
import { type ClusterSettings, clusterPorts, etcdPorts } from './cluster-settings';

/**
 * The controllers without which objects are not what they are in a cluster: namespaces end, owned objects go with their
 * owner, a namespace has its service account, quotas are counted, roles are summed up, and what a volume or a budget is
 * about is kept. There is no scheduler and no kubelet: pods are stored, and do not run.
 */
const CONTROLLERS = [
  'namespace-controller',
  'garbage-collector-controller',
  'serviceaccount-controller',
  'resourcequota-controller',
  'clusterrole-aggregation-controller',
  'root-ca-certificate-publisher-controller',
];

export function etcdDaemon(state: string, settings: ClusterSettings): Daemon {
  const { client, peer } = etcdPorts(settings);
  const [clientUrl, peerUrl] = [`http://127.0.0.1:${client}`, `http://127.0.0.1:${peer}`];
  return {
    name: 'etcd',
    command: cachedProgram(ETCD, process.env),
    arguments: [
      `--data-dir=${join(state, 'etcd')}`,
      // Nothing here outlives a reset.
      '--unsafe-no-fsync',
      '--log-level=warn',
      `--listen-client-urls=${clientUrl}`,
      `--advertise-client-urls=${clientUrl}`,
      `--listen-peer-urls=${peerUrl}`,
      `--initial-advertise-peer-urls=${peerUrl}`,
      `--initial-cluster=default=${peerUrl}`,
    ],
  };
}

export function apiServerDaemon(state: string, settings: ClusterSettings, name: string): Daemon {
  const { api } = clusterPorts(settings, name);
  const folder = join(state, name);
  return {
    name: apiServerName(name),
    command: cachedProgram(KUBE_APISERVER, process.env),
    arguments: [
      '--bind-address=127.0.0.1',
      '--advertise-address=127.0.0.1',
      `--secure-port=${api}`,
      `--cert-dir=${join(folder, 'certs')}`,
      `--etcd-servers=http://127.0.0.1:${etcdPorts(settings).client}`,
      // One etcd holds all clusters, each below a prefix of its own.
      `--etcd-prefix=/${name}`,
      `--token-auth-file=${join(folder, 'tokens.csv')}`,
      '--authorization-mode=RBAC',
      '--anonymous-auth=false',
      '--allow-privileged=true',
      '--service-account-issuer=https://kubernetes.default.svc',
      `--service-account-key-file=${join(folder, 'sa.pub')}`,
      `--service-account-signing-key-file=${join(folder, 'sa.key')}`,
      '--service-cluster-ip-range=10.96.0.0/16',
      '--endpoint-reconciler-type=none',
    ],
  };
}

export function controllersDaemon(state: string, settings: ClusterSettings, name: string): Daemon {
  const kubeconfig = kubeconfigFile(join(state, name));
  return {
    name: controllersName(name),
    command: cachedProgram(KUBE_CONTROLLERS, process.env),
    arguments: [
      `--kubeconfig=${kubeconfig}`,
      `--authentication-kubeconfig=${kubeconfig}`,
      `--authorization-kubeconfig=${kubeconfig}`,
      '--bind-address=127.0.0.1',
      `--secure-port=${clusterPorts(settings, name).own}`,
      `--cert-dir=${join(state, name, 'controller-certs')}`,
      '--leader-elect=false',
      '--authentication-skip-lookup=true',
      `--root-ca-file=${join(state, name, 'certs', 'apiserver.crt')}`,
      `--controllers=${CONTROLLERS.join(',')}`,
    ],
  };
}

export function apiServerName(cluster: string): string {
  return `apiserver-${cluster}`;
}

export function controllersName(cluster: string): string {
  return `controllers-${cluster}`;
}

/** Names of all daemons, as their pid files call them. */
export function clusterDaemonNames({ clusters }: ClusterSettings): string[] {
  return ['etcd', ...clusters.flatMap(({ name }) => [apiServerName(name), controllersName(name)])];
}
