/**
 * The program of Pulumi.yaml, for `pulumi preview --stack hebei-extranet`: the cluster whose stack has that name, among
 * all environments or in the one that `EGOV_ENVIRONMENT` names. The cluster is that of the kubeconfig's current context;
 * only `egov` asks it first whose it is.
 */
import { join } from 'node:path';
import { getStack } from '@pulumi/pulumi';
import { listEnvironments } from '../environments/environment-list';
import { packageRoot } from '../environments/package-root';
import { readEnvironment } from '../environments/read-environment';
import { designEnvironment } from '../model/design/design-environment';
import { clusterInputsOf } from './kubernetes/cluster-inputs-of';
import { type ClusterOutputs, clusterProgram } from './kubernetes/cluster-program';

const root = join(packageRoot(), 'environments');
const wanted = process.env['EGOV_ENVIRONMENT'] ?? '';

export = async (): Promise<ClusterOutputs> => {
  const stack = getStack();
  const ids = wanted === '' ? listEnvironments(root) : [wanted];
  // The name begins with that of the environment, so that no other is read.
  for (const id of ids.filter((one) => stack.startsWith(`${one.replaceAll('/', '-')}-`) || wanted !== '')) {
    const design = designEnvironment(readEnvironment(root, id));
    const cluster = design.clusters?.find((one) => one.stack === stack);
    if (cluster !== undefined) return clusterProgram(cluster, clusterInputsOf(design, cluster))();
  }
  throw new Error(`no environment has a cluster whose stack is ${stack}; egov show ENV --json lists them`);
};
