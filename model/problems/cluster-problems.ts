import { counted } from '../counted';
import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

/** What may be wrong with the way to a Kubernetes cluster, or with the cluster at its end. */
export const CLUSTER_KUBECONFIG = new ProblemKind<{ context: string; reason: Text; known?: readonly string[] }>({
  code: 'CLUSTER_KUBECONFIG',
  why: text(
    'A cluster is found, as kubectl finds it, by a context of a kubeconfig.',
    '与 kubectl 相同，集群由 kubeconfig 中的 context 定位。',
  ),
  message: ({ context, reason }) =>
    text(`the cluster ${context} cannot be found: ${reason.en}`, `无法定位集群 ${context}：${reason.zh}`),
  fix: ({ context, known = [] }) => {
    const [here, hereZh] =
      known.length === 0 ? ['', ''] : [` (there are ${known.join(', ')})`, `（现有 ${known.join('、')}）`];
    return text(
      `let KUBECONFIG name a kubeconfig with the context ${context}${here}, or use --cloud sandbox after \`egov sandbox up --kubernetes ENV\``,
      `令 KUBECONFIG 指向含 context ${context} 的 kubeconfig${hereZh}，或在 \`egov sandbox up --kubernetes ENV\` 后使用 --cloud sandbox`,
    );
  },
});

export const CLUSTER_UNREACHABLE = new ProblemKind<{
  server: string;
  reason: string;
  more?: number;
  /** What crashed over it. */
  crashed?: Text;
}>({
  code: 'CLUSTER_UNREACHABLE',
  why: text('Planning and applying ask the API server of the cluster.', '计划与执行都需要访问集群的 API 服务器。'),
  message: ({ server, reason, more = 0, crashed }) => {
    const [others, othersZh] =
      more === 0 ? ['', ''] : [` (and ${counted(more, 'more call')})`, `（另有 ${more} 次调用）`];
    const [end, endZh] =
      crashed === undefined ? ['', ''] : [`; ${crashed.en} crashed over it`, `；${crashed.zh} 因此崩溃`];
    return text(
      `${server} does not answer: ${reason}${others}${end}`,
      `${server} 无应答：${reason}${othersZh}${endZh}`,
    );
  },
  fix: () =>
    text(
      'see whether the API server runs and this machine may reach it; then run the same command again, it goes on where it stopped',
      '检查 API 服务器是否运行、本机能否访问；然后重新执行同一命令，将从中断处继续',
    ),
});

export const CLUSTER_DENIED = new ProblemKind<{ server: string; status: number; reason: string }>({
  code: 'CLUSTER_DENIED',
  why: text('The API server decides by the credentials of the kubeconfig.', 'API 服务器依据 kubeconfig 中的凭据判定。'),
  message: ({ server, status, reason }) =>
    status === 401
      ? text(
          `${server} does not accept the credentials (they may be expired): ${reason}`,
          `${server} 不接受该凭据（可能已过期）：${reason}`,
        )
      : text(`${server} refuses: ${reason}`, `${server} 拒绝访问：${reason}`),
  fix: ({ status }) =>
    status === 401
      ? text('renew the credentials in the kubeconfig', '更新 kubeconfig 中的凭据')
      : text(
          'use an account that may read the ConfigMap egov-cluster in kube-system',
          '使用可读取 kube-system 中 ConfigMap egov-cluster 的账号',
        ),
});

export const CLUSTER_IDENTITY = new ProblemKind<{
  server: string;
  wanted: { readonly environment: string; readonly plane: string };
  found: { readonly environment: string; readonly plane: string } | undefined;
}>({
  code: 'CLUSTER_IDENTITY',
  why: text(
    'One wrong context would put the departments of one plane into the cluster of the other.',
    'context 一旦用错，就会把一个平面的部门部署到另一平面的集群。',
  ),
  message: ({ server, wanted, found }) =>
    found === undefined
      ? text(
          `${server} does not say that it is the cluster of ${wanted.environment}, plane ${wanted.plane}`,
          `${server} 未声明为 ${wanted.environment} ${wanted.plane} 平面的集群`,
        )
      : text(
          `${server} is the cluster of ${found.environment}, plane ${found.plane}; wanted is ${wanted.environment}, plane ${wanted.plane}`,
          `${server} 是 ${found.environment} ${found.plane} 平面的集群，需要的是 ${wanted.environment} ${wanted.plane} 平面`,
        ),
  fix: ({ wanted, found }) =>
    found === undefined
      ? text(
          `where it is the right one, claim it once: kubectl -n kube-system create configmap egov-cluster --from-literal=environment=${wanted.environment} --from-literal=plane=${wanted.plane}`,
          `确认无误后标记一次：kubectl -n kube-system create configmap egov-cluster --from-literal=environment=${wanted.environment} --from-literal=plane=${wanted.plane}`,
        )
      : text(
          'correct the context in the kubeconfig; nothing was changed',
          '更正 kubeconfig 中的 context；未作任何变更',
        ),
});

export const CLUSTER_NAMESPACE = new ProblemKind<{ name: string; owner: string | undefined }>({
  code: 'CLUSTER_NAMESPACE',
  why: text(
    'Kubernetes takes a namespace over without a word when somebody applies one of the same name, with everything in it.',
    '对同名命名空间执行 apply 时，Kubernetes 会不加提示地接管其全部内容。',
  ),
  message: ({ name, owner }) =>
    owner === undefined
      ? text(`the namespace ${name} exists, and egov did not make it`, `命名空间 ${name} 已存在，且不是 egov 建立的`)
      : text(`the namespace ${name} exists and is of ${owner}`, `命名空间 ${name} 已存在，属于 ${owner}`),
  fix: ({ name }) =>
    text(
      `let its owner move or delete it (kubectl get namespace ${name} -o yaml shows it), or give the system another key`,
      `由其所有者迁移或删除（kubectl get namespace ${name} -o yaml 可查看），或为系统更换键名`,
    ),
});

export const CLUSTER_FIELD = new ProblemKind<{ fields: readonly string[]; reason: string }>({
  code: 'CLUSTER_FIELD',
  why: text(
    'A field that nobody declared may open what the declared ones close, so an apply takes it back.',
    '未声明的字段可能放开已声明字段所限制的内容，因此执行时会将其移除。',
  ),
  message: ({ fields, reason }) =>
    text(`${fields.join(', ')} cannot be taken back: ${reason}`, `无法移除 ${fields.join('、')}：${reason}`),
  fix: () => text('let an administrator of the cluster remove it', '由集群管理员移除'),
});

export const CLUSTER_LEFT = new ProblemKind<{ reason: string }>({
  code: 'CLUSTER_LEFT',
  why: text(
    'An apply that was killed leaves objects that no state knows; a destroy finds them by their label and takes them away, too.',
    '被强行终止的 apply 会留下状态中没有记录的对象；destroy 按标签找到并一并删除。',
  ),
  message: ({ reason }) =>
    text(`it was left by an earlier apply and stays: ${reason}`, `此前的 apply 遗留，未能删除：${reason}`),
  fix: () =>
    text(
      'look what holds it (kubectl describe shows finalizers and conditions), then run the same command again',
      '用 kubectl describe 查看其 finalizer 与状态，处理后再次执行同一命令',
    ),
});
