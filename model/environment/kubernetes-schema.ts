import { z } from 'zod';
import { cidr, key, mlps, path } from './scalars';

const group = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9:._-]{0,62}$/, 'a group such as finance-developers')
  .describe('A group as the sign-on of the cluster (OIDC) names it.');

const nodePool = z.strictObject({
  mlps: mlps.describe('Highest level of the systems on its nodes.'),
  nodes: z.int().min(1).max(500),
  most: z.int().min(1).max(500).optional().describe('Nodes to which it may grow. The default is `nodes`.'),
  pool: key.describe('Compute pool of the plane on whose hosts its nodes run.'),
  flavor: key.describe('Size of a node.'),
});

const magnum = z.strictObject({
  image: z.string().min(1).describe('Name of the image of nodes, in Glance.'),
  masters: z.int().min(1).max(7).optional().describe('Servers of the control plane. The default is that of the level.'),
  masterFlavor: key.describe('Size of these servers.'),
  keypair: z.string().min(1).optional().describe('Key pair for access to nodes. The default is none.'),
  network: z
    .string()
    .min(1)
    .describe('Network of the nodes, by name; of this cluster alone, and routed in its plane only.'),
  subnet: z.string().min(1).describe('Subnet of the nodes, by name.'),
});

const cluster = z.strictObject({
  source: z
    .enum(['existing', 'magnum'])
    .default('existing')
    .describe('Who makes the cluster: somebody else, or the container service of the cloud (Magnum).'),
  version: z
    .string()
    .regex(/^1\.\d{2}$/, 'a minor version in quotes, such as "1.34"')
    .describe('Minor version of Kubernetes; Pod Security is pinned to it.'),
  context: z
    .string()
    .min(1)
    .optional()
    .describe('Its context in the kubeconfig. The default is the name of its stack.'),
  mlps: mlps.optional().describe('The default is the level of the cloud.'),
  zones: z.array(key).min(1).optional().describe('Availability zones of its nodes. The default is those of the site.'),
  api: z.array(cidr).min(1).describe('Addresses of its API server, as blocks; port 6443. Never public.'),
  nodes: z.array(cidr).min(1).describe('Addresses of its nodes: as these the pods are seen outside of the cluster.'),
  pods: z
    .array(cidr)
    .default([])
    .describe('Blocks from which pods get their addresses. Without them a rule with a block may mean any pod.'),
  services: z
    .array(cidr)
    .default([])
    .describe('Blocks from which Services get their addresses; held apart from all others, as those of pods are.'),
  nodePools: z.record(key, nodePool).describe('Nodes by key.'),
  magnum: magnum.optional().describe('For `source: magnum`: of what Magnum makes it.'),
});

const chart = z.strictObject({
  chart: z
    .string()
    .regex(/^oci:\/\/[a-z0-9.:/_-]+$/, 'a chart such as oci://registry.hebei.gov.example/charts/cert-manager'),
  version: z.string().regex(/^v?\d+\.\d+\.\d+$/, 'a version such as 4.11.3'),
  digest: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/, 'a digest such as sha256:…')
    .optional(),
});

export const chartRoles = ['ingress', 'certificates', 'logs', 'metrics'] as const;

export const kubernetesSchema = z
  .strictObject({
    registry: z
      .string()
      .regex(/^[a-z0-9.-]+(:\d{1,5})?(\/[a-z0-9._-]+)*$/, 'a registry such as registry.hebei.gov.example')
      .describe('The registry from which all images come, with or without a path.'),
    pullSecret: key.default('registry-pull').describe('Secret of each namespace with the credentials of the registry.'),
    clusters: z.record(key, cluster).describe('The cluster of each plane that has one, by the key of the plane.'),
    groups: z
      .record(key, group)
      .default({})
      .describe('Group of the developers of a department. The default is `egov:` and its key.'),
    administrators: z
      .strictObject({ system: group, security: group, audit: group })
      .default({ system: 'egov:system-admin', security: 'egov:security-admin', audit: 'egov:audit-admin' })
      .describe('Groups of the three separate administrators (三权分立).'),
    supervision: group.optional().describe('Group of the supervision (云综合监管), which reads and sees no secret.'),
    exchange: z
      .strictObject({
        centre: path(3, 'a workload or a tier with its department and system').regex(
          /^([^/]+\/){2}[^/]+$/,
          'a path of three keys',
        ),
        port: z.int().min(1).max(65535).describe('The port on which the centre listens.'),
      })
      .optional()
      .describe('The centre of the data exchange, with which every front end talks.'),
    charts: z
      .partialRecord(z.enum(chartRoles), chart)
      .default({})
      .describe('Charts of the platform by what they are for, each pinned; installed by the operator.'),
  })
  .describe('The Kubernetes platform (支撑平台): one cluster per plane, departments as tenants.')
  .meta({ title: 'Kubernetes' });
