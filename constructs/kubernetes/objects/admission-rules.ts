import type { GuardrailsDesign } from '../../../model/design/guardrails-design';

/** What a ValidatingAdmissionPolicy refuses, in CEL over the object that is sent. */
export interface AdmissionRule {
  readonly name: string;
  readonly apiGroup: string;
  readonly resources: readonly string[];
  /** All of them must be true, or the object is refused with the message. */
  readonly validations: readonly { readonly expression: string; readonly message: string }[];
  /** The rule looks at an object only where this holds. @default - at every object */
  readonly condition?: string;
  /** Namespaces that it leaves alone. */
  readonly exempt: readonly string[];
}

/** Everything that a cluster refuses, whoever asks. */
export function admissionRules(guardrails: GuardrailsDesign): readonly AdmissionRule[] {
  const { exempt } = guardrails;
  return [
    ...TEMPLATES.flatMap(({ suffix, spec, ...kinds }) => [
      { name: `egov-images${suffix}`, ...kinds, validations: images(spec, guardrails), exempt },
      { name: `egov-host${suffix}`, ...kinds, validations: host(spec), exempt },
    ]),
    namespaceLabels(guardrails),
    services(guardrails),
    wildcards(),
  ];
}

/** Who makes pods, and where it keeps what they are: asked at both ends, so that whoever deploys is told at once. */
const TEMPLATES = [
  { suffix: '', apiGroup: '', resources: ['pods', 'pods/ephemeralcontainers'], spec: 'object.spec' },
  {
    suffix: '-of-apps',
    apiGroup: 'apps',
    resources: ['daemonsets', 'deployments', 'replicasets', 'statefulsets'],
    spec: 'object.spec.template.spec',
  },
  { suffix: '-of-jobs', apiGroup: 'batch', resources: ['jobs'], spec: 'object.spec.template.spec' },
] as const;

function images(spec: string, { imagePrefix }: GuardrailsDesign): AdmissionRule['validations'] {
  const all = (holds: string) =>
    ['containers', 'initContainers', 'ephemeralContainers']
      .filter((list) => spec === 'object.spec' || list !== 'ephemeralContainers')
      .map((list) => `(!has(${spec}.${list}) || ${spec}.${list}.all(c, ${holds}))`)
      .join(' && ');
  return [
    {
      expression: all(`c.image.startsWith('${imagePrefix}')`),
      message: `images come from ${imagePrefix} only · 镜像仅可来自 ${imagePrefix}`,
    },
    {
      expression: all(`c.image.matches('@sha256:[0-9a-f]{64}$')`),
      message: 'images are named by digest (@sha256:…) · 镜像须以摘要引用',
    },
  ];
}

function host(spec: string): AdmissionRule['validations'] {
  const none = ['hostNetwork', 'hostPID', 'hostIPC'].map((one) => `!(has(${spec}.${one}) && ${spec}.${one})`);
  return [
    { expression: none.join(' && '), message: 'pods share no namespace of their host · Pod 不得共享宿主机命名空间' },
    {
      expression: `!has(${spec}.volumes) || ${spec}.volumes.all(v, !has(v.hostPath))`,
      message: 'pods mount nothing of their host (hostPath) · Pod 不得挂载宿主机路径',
    },
  ];
}

function namespaceLabels({ labels, plane, podSecurity, exempt }: GuardrailsDesign): AdmissionRule {
  const list = (values: readonly string[]) => `[${values.map((one) => `'${one}'`).join(', ')}]`;
  const enforce = "'pod-security.kubernetes.io/enforce'";
  const mine = (label: string) => `object.metadata.labels[${label}]`;
  const has = (label: string) => `${label} in object.metadata.labels`;
  return {
    name: 'egov-namespaces',
    apiGroup: '',
    resources: ['namespaces'],
    validations: [
      {
        expression: `has(object.metadata.labels) && ${list(labels)}.all(l, l in object.metadata.labels)`,
        message: `a namespace carries the labels ${labels.join(', ')} · 命名空间须有标签 ${labels.join('、')}`,
      },
      {
        expression: `has(object.metadata.labels) && ${has("'plane'")} && ${mine("'plane'")} == '${plane}'`,
        message: `this is the cluster of plane ${plane} · 本集群属于平面 ${plane}`,
      },
      {
        expression: `has(object.metadata.labels) && ${has(enforce)} && ${mine(enforce)} in ${list(podSecurity)} && ${has("'pod-security.kubernetes.io/enforce-version'")}`,
        message: `a namespace enforces Pod Security (${podSecurity.join(' or ')}) of a pinned version · 命名空间须启用固定版本的 Pod 安全准入`,
      },
    ],
    exempt: ['default', ...exempt],
  };
}

function services({ nodePorts, exempt }: GuardrailsDesign): AdmissionRule {
  const ports = "(!has(object.spec.type) || object.spec.type != 'NodePort')";
  const balancer =
    "(!has(object.spec.type) || object.spec.type != 'LoadBalancer' || (has(object.spec.allocateLoadBalancerNodePorts) && !object.spec.allocateLoadBalancerNodePorts))";
  return {
    name: 'egov-services',
    apiGroup: '',
    resources: ['services'],
    validations: [
      ...(nodePorts === 'refused'
        ? [
            {
              expression: `${ports} && ${balancer}`,
              message:
                'a Service opens no port of the nodes (NodePort); use an Ingress · Service 不得开放节点端口，请使用 Ingress',
            },
          ]
        : []),
      {
        expression: '!has(object.spec.externalIPs) || size(object.spec.externalIPs) == 0',
        message: 'a Service takes no addresses that are not its own (externalIPs) · Service 不得使用外部地址',
      },
    ],
    exempt,
  };
}

/** Roles that Kubernetes brings itself hold stars, and it writes them at every start. */
const BROUGHT = "!(object.metadata.name.startsWith('system:') || object.metadata.name == 'cluster-admin')";

function wildcards(): AdmissionRule {
  const none = ['verbs', 'resources', 'apiGroups', 'nonResourceURLs'].map(
    (list) => `(!has(r.${list}) || !('*' in r.${list}))`,
  );
  return {
    name: 'egov-wildcards',
    apiGroup: 'rbac.authorization.k8s.io',
    resources: ['clusterroles', 'roles'],
    condition: BROUGHT,
    validations: [
      {
        expression: `!has(object.rules) || object.rules == null || object.rules.all(r, ${none.join(' && ')})`,
        message: 'a role names its verbs, resources and groups, never * · 角色须列明动词、资源与 API 组，不得使用 *',
      },
    ],
    exempt: [],
  };
}
