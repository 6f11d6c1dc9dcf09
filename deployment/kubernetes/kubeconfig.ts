import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Surroundings } from '../../engines/surroundings';
import { ProblemsError } from '../../model/problem';
import { CLUSTER_KUBECONFIG } from '../../model/problems/cluster-problems';
import type { Text } from '../../model/text';

/** The part of a kubeconfig's `cluster` that is read here. */
export interface KubeCluster {
  readonly server?: string;
  readonly 'certificate-authority'?: string;
  readonly 'certificate-authority-data'?: string;
  readonly 'insecure-skip-tls-verify'?: boolean;
  readonly 'tls-server-name'?: string;
}

/** The part of a kubeconfig's `user` that is read here. */
export interface KubeUser {
  readonly token?: string;
  readonly tokenFile?: string;
  readonly 'client-certificate'?: string;
  readonly 'client-certificate-data'?: string;
  readonly 'client-key'?: string;
  readonly 'client-key-data'?: string;
  readonly exec?: {
    readonly apiVersion?: string;
    readonly command: string;
    readonly args?: readonly string[] | null;
    readonly env?: readonly { readonly name: string; readonly value: string }[] | null;
  };
}

/** One way to one cluster. File names in it are absolute. */
export interface KubeContext {
  readonly name: string;
  readonly cluster: KubeCluster & { readonly server: string };
  readonly user: KubeUser;
}

interface Named {
  readonly name: string;
  readonly file: string;
}
type Part<K extends string, T> = Named & { readonly [P in K]?: T };

interface KubeFile {
  readonly clusters?: readonly Part<'cluster', KubeCluster>[] | null;
  readonly users?: readonly Part<'user', KubeUser>[] | null;
  readonly contexts?: readonly Part<'context', { readonly cluster?: string; readonly user?: string }>[] | null;
}

/** Files in which clusters are looked for, as kubectl does: those of `KUBECONFIG`, else `~/.kube/config`. */
export function kubeconfigFiles(surroundings: Surroundings, folder: string): string[] {
  const given = (surroundings['KUBECONFIG'] ?? '').split(delimiter).filter((file) => file !== '');
  if (given.length > 0) return given.map((file) => resolve(folder, file));
  return [join(surroundings['HOME'] ?? homedir(), '.kube', 'config')];
}

/** The context of that name in these files; the first that says something wins. Throws ProblemsError. */
export function readContext(name: string, files: readonly string[]): KubeContext {
  const read = files.flatMap((file) => readFile(name, file));
  if (read.length === 0) {
    const list = files.join(', ');
    throw unfound(name, { en: `there is no file ${list}`, zh: `文件 ${list} 不存在` }, files[0]);
  }
  const contexts = read.flatMap((file) => file.contexts ?? []);
  const context = contexts.find((one) => one.name === name);
  if (context === undefined) {
    const list = files.join(', ');
    const reason = { en: `no context of that name in ${list}`, zh: `${list} 中没有该 context` };
    const known = contexts.map((one) => one.name).sort();
    throw new ProblemsError([CLUSTER_KUBECONFIG.at(files[0] ?? '', { context: name, reason, known })]);
  }
  const cluster = read.flatMap((file) => file.clusters ?? []).find((one) => one.name === context.context?.cluster);
  const user = read.flatMap((file) => file.users ?? []).find((one) => one.name === context.context?.user);
  const server = cluster?.cluster?.server;
  if (cluster === undefined || server === undefined || user === undefined) {
    const what = server === undefined ? ['cluster', '集群'] : ['user', '用户'];
    throw unfound(name, { en: `its ${what[0]} is not described`, zh: `缺少其${what[1]}的描述` }, context.file);
  }
  return {
    name,
    cluster: absolute({ ...cluster.cluster, server }, cluster.file, ['certificate-authority']),
    user: absolute(user.user ?? {}, user.file, ['client-certificate', 'client-key', 'tokenFile']),
  };
}

/** Whether one of these files names a context so. One that cannot be read counts as if: using it tells why. */
export function hasContext(name: string, files: readonly string[]): boolean {
  try {
    return files
      .flatMap((file) => readFile(name, file))
      .some(({ contexts }) => contexts?.some((one) => one.name === name));
  } catch (error) {
    if (error instanceof ProblemsError) return true;
    throw error;
  }
}

/** A kubeconfig with this context only, as the current one. */
export function soleKubeconfig({ name, cluster, user }: KubeContext): string {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster }],
    users: [{ name, user }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  };
  // JSON is YAML, and needs no writer of its own.
  return `${JSON.stringify(config, null, 2)}\n`;
}

function readFile(context: string, file: string): KubeFile[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    throw unfound(context, { en: `${file} cannot be read: ${message}`, zh: `无法读取 ${file}：${message}` }, file);
  }
  try {
    const { clusters, users, contexts } = (parse(text) ?? {}) as KubeFile;
    const placed = <T extends object>(parts: readonly T[] | null | undefined) =>
      (parts ?? []).map((part) => ({ ...part, file }));
    return [{ clusters: placed(clusters), users: placed(users), contexts: placed(contexts) }];
  } catch (error) {
    const [reason = ''] = (error as Error).message.split('\n');
    throw unfound(context, { en: `${file} is no YAML: ${reason}`, zh: `${file} 不是 YAML：${reason}` }, file);
  }
}

function unfound(context: string, reason: Text, file = ''): ProblemsError {
  return new ProblemsError([CLUSTER_KUBECONFIG.at(file, { context, reason })]);
}

/** Names of files in a kubeconfig are seen from its folder. */
function absolute<T extends object>(part: T, file: string, names: readonly (keyof T)[]): T {
  const changed = names.flatMap((name) => {
    const value = part[name];
    return typeof value === 'string' ? [[name, resolve(dirname(file), value)]] : [];
  });
  return { ...part, ...Object.fromEntries(changed) };
}
