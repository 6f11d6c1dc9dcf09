import type { ImageFault } from '../image-reference';
import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

export const KUBE_PLANE = new ProblemKind<{ plane: string; role: string }>({
  code: 'KUBE_PLANE',
  why: text(
    'A cluster belongs to exactly one plane in which departments have systems.',
    '每个集群只属于一个承载部门系统的平面。',
  ),
  message: ({ plane, role }) =>
    text(`a cluster is declared in ${plane}, a plane of role ${role}`, `在 ${role} 平面 ${plane} 声明了集群`),
  fix: () => text('declare it in the extranet or in the internet plane', '请声明在政务外网或互联网平面'),
});

export const KUBE_CLUSTER_NONE = new ProblemKind<{ workload: string; plane: string; known: readonly string[] }>({
  code: 'KUBE_CLUSTER_NONE',
  why: text('A workload runs in the cluster of its plane.', '工作负载运行于其所在平面的集群。'),
  message: ({ workload, plane }) =>
    text(`${workload} is in plane ${plane}, which has no cluster`, `${workload} 位于平面 ${plane}，该平面没有集群`),
  fix: ({ plane, known }) =>
    known.length === 0
      ? text(`declare one in kubernetes.yaml: \`clusters: { ${plane}: … }\``, `在 kubernetes.yaml 中声明集群 ${plane}`)
      : text(
          `use ${known.join(' or ')}, or declare one in kubernetes.yaml`,
          `使用 ${known.join('、')}，或在 kubernetes.yaml 中声明`,
        ),
});

export const KUBE_MAGNUM = new ProblemKind<{ cluster: string; given: boolean }>({
  code: 'KUBE_MAGNUM',
  why: text(
    'What Magnum makes follows from `magnum`; a cluster that exists is made by somebody else.',
    'Magnum 集群由 `magnum` 描述；已有集群由他人建立。',
  ),
  message: ({ cluster, given }) =>
    given
      ? text(
          `cluster ${cluster} exists, yet \`magnum\` says how to make it`,
          `集群 ${cluster} 已存在，却写有 \`magnum\``,
        )
      : text(
          `cluster ${cluster} is to be made by Magnum, and \`magnum\` is missing`,
          `集群 ${cluster} 由 Magnum 建立，但缺少 \`magnum\``,
        ),
  fix: ({ given }) =>
    given
      ? text('remove `magnum`, or write `source: magnum`', '删除 `magnum`，或写明 `source: magnum`')
      : text(
          'add `magnum: { image, masterFlavor, network, subnet }`',
          '增加 `magnum: { image, masterFlavor, network, subnet }`',
        ),
});

export const KUBE_POOL = new ProblemKind<{ what: Text; plane: string; level: number }>({
  code: 'KUBE_POOL',
  why: text(
    'Nodes host nothing above their level, and a system of level 4 has nodes of its own (GB/T 22239-2019 8.2.2.1 a).',
    '节点不承载高于自身等级的系统，四级系统使用专用节点池。',
  ),
  message: ({ what, plane, level }) =>
    text(
      `no node pool of cluster ${plane} takes ${what.en} of level ${level}`,
      `集群 ${plane} 没有可承载${what.zh}（${level} 级）的节点池`,
    ),
  fix: ({ level }) =>
    level >= 4
      ? text(
          'add a node pool with `mlps: 4`; no other level runs there',
          '增加 `mlps: 4` 的节点池，其他等级不在其上运行',
        )
      : text(`add a node pool with \`mlps: ${level}\``, `增加 \`mlps: ${level}\` 的节点池`),
});

const FAULTS: Readonly<Record<ImageFault, Text>> = {
  malformed: text('it is no reference of an image', '不是有效的镜像引用'),
  'no registry': text('it names no registry', '未写明镜像仓库'),
  'no digest': text('it has no digest: its tag may be another image tomorrow', '没有摘要，标签可能被改指'),
  'bad digest': text('its digest is not sha256 with 64 hexadecimal digits', '摘要不是 sha256 加 64 位十六进制数'),
};

export const KUBE_IMAGE = new ProblemKind<{
  workload: string;
  image: string;
  registry: string;
  fault: ImageFault | 'foreign';
}>({
  code: 'KUBE_IMAGE',
  why: text(
    'Images come from the registry of the cloud and are named by digest (GB/T 22239-2019 8.2.4.4 b).',
    '镜像须来自本云仓库并以摘要引用（GB/T 22239-2019 8.2.4.4 b）。',
  ),
  message: ({ workload, image, registry, fault }) => {
    const why = fault === 'foreign' ? text(`it is not of ${registry}`, `不属于 ${registry}`) : FAULTS[fault];
    return text(`${workload} runs ${image}: ${why.en}`, `${workload} 的镜像 ${image}：${why.zh}`);
  },
  fix: ({ registry }) =>
    text(`write ${registry}/<department>/<name>@sha256:<64 digits>`, `写成 ${registry}/<部门>/<名称>@sha256:<64 位>`),
});

export const KUBE_LABEL = new ProblemKind<{
  workload: string;
  label: string;
  value: string;
  fault: 'name' | 'value' | 'own';
}>({
  code: 'KUBE_LABEL',
  why: text(
    'A label holds up to 63 letters, digits, hyphens, underscores and dots, and begins and ends with a letter or digit.',
    '标签值最长 63 个字符，仅含字母、数字、连字符、下划线与点，首尾为字母或数字。',
  ),
  message: ({ workload, label, value, fault }) => {
    if (fault === 'own')
      return text(
        `${workload} sets the label ${label}, which follows from its keys`,
        `${workload} 设置了由键得出的标签 ${label}`,
      );
    return fault === 'name'
      ? text(`${workload}: Kubernetes takes no label named ${label}`, `${workload}：Kubernetes 不接受标签名 ${label}`)
      : text(
          `${workload}: Kubernetes takes no label ${label} with the value ${value}`,
          `${workload}：Kubernetes 不接受标签 ${label} 的值 ${value}`,
        );
  },
  fix: ({ fault }) =>
    fault === 'own'
      ? text('leave it out', '请删除')
      : text(
          'use a short name in Latin letters; names as people write them are annotations already',
          '改用简短的拉丁字母名称；中文名称已写入注解',
        ),
});

export const KUBE_QUOTA = new ProblemKind<{ namespace: string; what: Text; quota: string; sum: string }>({
  code: 'KUBE_QUOTA',
  why: text(
    'The API server refuses pods beyond the quota, in the middle of a rollout: all pods and one more of each workload must fit.',
    '超出配额的 Pod 会在滚动更新中被拒绝：配额须容纳全部 Pod，且每个工作负载另加一个。',
  ),
  message: ({ namespace, what, quota, sum }) =>
    text(
      `namespace ${namespace} may have ${quota} ${what.en}, its workloads ask for ${sum}`,
      `命名空间 ${namespace} 的${what.zh}配额为 ${quota}，工作负载需要 ${sum}`,
    ),
  fix: () =>
    text(
      'raise `quota`, or lower `requests`, `limits` or `replicas.most`',
      '提高 `quota`，或降低 `requests`、`limits`、`replicas.most`',
    ),
});

export const KUBE_SIZE = new ProblemKind<{ workload: string; what: Text; wanted: string; limit: string }>({
  code: 'KUBE_SIZE',
  why: text(
    'A container is promised no more than it may take, and takes no more than one container may.',
    '容器的请求不超过限额，限额不超过单个容器的上限。',
  ),
  message: ({ workload, what, wanted, limit }) =>
    text(
      `${workload} asks for ${wanted} ${what.en}, above ${limit}`,
      `${workload} 的${what.zh}为 ${wanted}，超过 ${limit}`,
    ),
  fix: () => text('lower it, or raise the limit of the workload', '降低该值，或提高工作负载的限额'),
});

export const KUBE_REPLICAS = new ProblemKind<{ workload: string; least: number; most: number; needed: number }>({
  code: 'KUBE_REPLICAS',
  why: text(
    'Systems in production lose a node and go on (GB/T 22239-2019 8.1.4.9 c).',
    '生产系统在单节点失效时继续运行（GB/T 22239-2019 8.1.4.9 c）。',
  ),
  message: ({ workload, least, most, needed }) =>
    most < least
      ? text(
          `${workload} has at least ${least} pods and at most ${most}`,
          `${workload} 至少 ${least} 个 Pod，最多 ${most} 个`,
        )
      : text(
          `${workload} may be ${least} pod(s), its level needs ${needed}`,
          `${workload} 最少 ${least} 个 Pod，其等级要求 ${needed} 个`,
        ),
  fix: ({ least, most, needed }) =>
    most < least
      ? text('write `least` below `most`', '`least` 不得大于 `most`')
      : text(`write \`least: ${needed}\``, `写明 \`least: ${needed}\``),
});

export const KUBE_REACH = new ProblemKind<{ from: string; to: string; reason: Text; fix: Text }>({
  code: 'KUBE_REACH',
  why: text(
    'Pods reach what the flow matrix lets their systems reach: within one plane and stage, other departments with a grant, and front ends only their own department and the centre (F10–F12, F23).',
    'Pod 访问遵循访问矩阵：同平面、同阶段；跨部门须授权；前置机仅限本部门与交换中心（F10–F12、F23）。',
  ),
  message: ({ from, to, reason }) =>
    text(`${from} may not reach ${to}: ${reason.en}`, `${from} 不得访问 ${to}：${reason.zh}`),
  fix: ({ fix }) => fix,
});

export const KUBE_EXCHANGE = new ProblemKind<{ workload: string }>({
  code: 'KUBE_EXCHANGE',
  why: text(
    'A front end of the data exchange talks to the centre of the exchange (F12).',
    '数据交换前置机只与交换中心通信（F12）。',
  ),
  message: ({ workload }) =>
    text(
      `${workload} is a front end, and kubernetes.yaml names no centre`,
      `${workload} 是前置机，但 kubernetes.yaml 未声明交换中心`,
    ),
  fix: () =>
    text(
      'add `exchange: { centre: …, port: … }` to kubernetes.yaml',
      '在 kubernetes.yaml 中增加 `exchange: { centre: …, port: … }`',
    ),
});

export const KUBE_ADMINISTRATORS = new ProblemKind<{ group: string; roles: readonly string[] }>({
  code: 'KUBE_ADMINISTRATORS',
  why: text(
    'System, security and audit are administered by different people (三权分立).',
    '系统、安全与审计管理员相互分离（三权分立）。',
  ),
  message: ({ group, roles }) =>
    text(`group ${group} is ${roles.join(' and ')} administrator`, `组 ${group} 兼任 ${roles.join('、')} 管理员`),
  fix: () => text('name three different groups', '请指定三个不同的组'),
});

export const KUBE_NONE = new ProblemKind<{ environment: string }>({
  code: 'KUBE_NONE',
  why: text('Manifests are those of the clusters of a cloud.', '清单来自云中的集群。'),
  message: ({ environment }) => text(`${environment} has no Kubernetes cluster`, `${environment} 没有 Kubernetes 集群`),
  fix: () => text('declare one in kubernetes.yaml', '在 kubernetes.yaml 中声明集群'),
});
