import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClusterSettings, clusterPorts } from './cluster-settings';

/** The kubeconfig in a folder of the sandbox: that of all clusters, or that of one. */
export function kubeconfigFile(folder: string): string {
  return join(folder, 'kubeconfig');
}

/** The certificate that an API server of the sandbox made for itself; clients trust exactly it. */
export function certificateFile(state: string, cluster: string): string {
  return join(state, cluster, 'certs', 'apiserver.crt');
}

/** Makes the keys of a cluster, once: its administrator's token, and what signs tokens of service accounts. */
export function makeCredentials(state: string, cluster: string): void {
  const folder = join(state, cluster);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const write = (name: string, content: string): void => writeFileSync(join(folder, name), content, { mode: 0o600 });
  if (!existsSync(join(folder, 'sa.key'))) {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    write('sa.pub', publicKey);
    write('sa.key', privateKey);
  }
  const token = existsSync(join(folder, 'tokens.csv')) ? tokenOf(state, cluster) : randomBytes(16).toString('hex');
  write('tokens.csv', `${token},admin,admin,"system:masters"\n`);
}

/** Writes the kubeconfig of all clusters, and one of each for its controllers. Only their owner may read them. */
export function writeKubeconfigs(state: string, settings: ClusterSettings): void {
  const all = settings.clusters.map(({ name }) => name);
  for (const name of all) writeKubeconfig(join(state, name), state, settings, [name]);
  writeKubeconfig(state, state, settings, all);
}

function writeKubeconfig(folder: string, state: string, settings: ClusterSettings, names: readonly string[]): void {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: names.map((name) => ({
      name,
      cluster: {
        server: `https://127.0.0.1:${clusterPorts(settings, name).api}`,
        'certificate-authority': certificateFile(state, name),
      },
    })),
    users: names.map((name) => ({ name: `${name}-admin`, user: { token: tokenOf(state, name) } })),
    contexts: names.map((name) => ({ name, context: { cluster: name, user: `${name}-admin` } })),
    'current-context': names[0] ?? '',
  };
  // JSON is YAML, and needs no writer of its own.
  writeFileSync(kubeconfigFile(folder), `${JSON.stringify(config, null, 2)}\n`, { mode: 0o600 });
}

function tokenOf(state: string, cluster: string): string {
  return readFileSync(join(state, cluster, 'tokens.csv'), 'utf8').split(',')[0] ?? '';
}
