import {
  type ClustersStatus,
  type ClustersUpProps,
  clustersDown,
  clustersReset,
  clustersStatus,
  clustersUp,
  type SandboxCluster,
} from '../../sandbox/index';
import { answer, answerJson, type Context, tell } from '../context';
import { ExitCode } from '../exit-code';
import { loadDesign } from '../load-design';
import { table } from '../table';

export interface SandboxClustersInputs {
  /** Environments whose clusters are to be there. */
  readonly environments: readonly string[];
  /** Planes of these environments; without environments, names of clusters. @default all planes; one cluster */
  readonly clusters: readonly string[];
  readonly portOffset: string | undefined;
  readonly state: string | undefined;
}

/** Brings Kubernetes API servers up, a cluster for each plane. */
export function sandboxClustersUp(inputs: SandboxClustersInputs, context: Context): Promise<ExitCode> {
  return upWith(clustersUp, inputs, context);
}

export function sandboxClustersReset(inputs: SandboxClustersInputs, context: Context): Promise<ExitCode> {
  return upWith(clustersReset, inputs, context);
}

async function upWith(
  up: (props: ClustersUpProps) => Promise<ClustersStatus>,
  inputs: SandboxClustersInputs,
  context: Context,
): Promise<ExitCode> {
  const { portOffset, state } = inputs;
  const status = await up({
    clusters: clustersOf(inputs, context),
    portOffset: portOffset === undefined ? undefined : Number(portOffset),
    state,
    signal: context.signal,
    onProgress: (step) => tell(context, { en: `· ${step.en}`, zh: `· ${step.zh}` }),
  });
  return say(status, context);
}

/** The default name, for a cluster that is no environment's. */
const ALONE = 'sandbox';

function clustersOf({ environments, clusters }: SandboxClustersInputs, context: Context): SandboxCluster[] {
  if (environments.length === 0) return (clusters.length === 0 ? [ALONE] : clusters).map((name) => ({ name }));
  return environments.flatMap((id) => {
    const { design } = loadDesign(id, context);
    const wanted = (design.clusters ?? []).filter(({ key }) => clusters.length === 0 || clusters.includes(key));
    return wanted.map(({ stack, identity }) => ({ name: stack, identity }));
  });
}

export async function sandboxClustersDown(
  props: { readonly state: string | undefined; readonly wipe: boolean },
  context: Context,
): Promise<ExitCode> {
  return say(await clustersDown(props), context);
}

export async function sandboxClustersStatus(
  props: { readonly state: string | undefined },
  context: Context,
): Promise<ExitCode> {
  return say(clustersStatus(props), context);
}

function say(status: ClustersStatus, context: Context): ExitCode {
  if (context.json) {
    answerJson(context, status);
    return ExitCode.ok;
  }
  const { condition, state, services, clusters, kubeconfig } = status;
  const words = { absent: '不存在', down: '已停止', partial: '部分运行', up: '运行中' }[condition];
  answer(context, { en: `clusters ${condition}: ${state}`, zh: `集群${words}：${state}` });
  const missing = condition === 'partial' ? services.filter(({ pid }) => pid === undefined) : [];
  for (const line of table({ rows: missing.map(({ name, log }) => [name, log]) }))
    answer(context, { en: `not running: ${line}`, zh: `未运行：${line}` });
  if (condition !== 'up') return ExitCode.ok;
  for (const line of table({ rows: clusters.map(({ name, server }) => [name, server]) })) context.output.data(line);
  tell(context, {
    en: `use them with --cloud sandbox; for other clients: export KUBECONFIG=${kubeconfig}`,
    zh: `使用方法：--cloud sandbox；其他客户端：export KUBECONFIG=${kubeconfig}`,
  });
  return ExitCode.ok;
}
