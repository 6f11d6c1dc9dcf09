import { z } from 'zod';
import { approval, key, path } from './scalars';

/** As Kubernetes writes them: whole cores or thousandths, whole mebibytes or gibibytes. */
const cpu = z
  .string()
  .regex(/^[1-9]\d{0,6}m?$/, 'cores such as "2", or thousandths of one such as 500m')
  .describe('Cores such as "2", or thousandths of one such as 500m.');
const memory = z
  .string()
  .regex(/^[1-9]\d{0,6}(Mi|Gi)$/, 'memory such as 512Mi or 2Gi')
  .describe('Memory, such as 512Mi or 2Gi.');

const size = z.strictObject({ cpu: cpu.optional(), memory: memory.optional() });
const portNumber = z.int().min(1).max(65535);

const reach = z.strictObject({
  to: path(3, 'a workload or a tier: here, or with its department and system'),
  port: portNumber.optional().describe('The default is the port on which the workload listens.'),
  purpose: z.string().min(1).max(80),
  grant: approval.optional().describe('The grant of the owner, where the other side is of another department.'),
});

const workload = z.strictObject({
  plane: key.describe('The plane in whose cluster it runs.'),
  role: z
    .enum(['service', 'front-end'])
    .default('service')
    .describe('A front end of the data exchange talks to the centre of the exchange, and to nobody else.'),
  image: z.string().min(1).max(512).describe('Image of the registry of the cloud with its digest (@sha256:…).'),
  port: portNumber.default(8080).describe('The port on which it listens.'),
  replicas: z
    .strictObject({ least: z.int().min(1).max(500), most: z.int().min(1).max(500) })
    .optional()
    .describe('How many pods. The default is the least of its level, and three times as many.'),
  requests: size.optional().describe('What each pod is promised. The default is that of its level.'),
  limits: size.optional().describe('What each pod may take. The default is that of its level.'),
  health: z
    .string()
    .regex(/^\/[\w./-]*$/, 'a path such as /healthz')
    .default('/healthz')
    .describe('Path that answers 200 where the pod is well.'),
  entry: z
    .strictObject({
      host: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a host name in lower case'),
      tls: key.describe('Name of the Secret of its namespace that holds certificate and key.'),
    })
    .optional()
    .describe('How users reach it.'),
  reaches: z.record(key, reach).default({}).describe('What it reaches, by key. What is not declared does not pass.'),
  labels: z.record(z.string(), z.string()).default({}).describe('Further labels of its objects.'),
});

const limit = z.int().positive();

/** What a system has in the Kubernetes clusters of its planes: one namespace in each. */
export const systemOnKubernetes = z
  .strictObject({
    quota: z
      .strictObject({
        cpu: limit.optional().describe('Cores that its pods may request together.'),
        memoryGiB: limit.optional().describe('Memory that its pods may request together.'),
        pods: limit.optional(),
        storageGiB: z.int().nonnegative().optional().describe('Volumes together.'),
      })
      .optional()
      .describe(
        'Limits of each of its namespaces. The default is that of its level; limits of pods are twice as high.',
      ),
    workloads: z.record(key, workload).describe('What runs, by key.'),
  })
  .describe('What the system has in the Kubernetes clusters of its planes: a namespace in each.');

export type WrittenWorkload = z.output<typeof workload>;
