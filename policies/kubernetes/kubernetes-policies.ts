import type { Policy } from '../policy';
import { k8sAdmission } from './k8s-admission';
import { k8sClusterAdmin } from './k8s-cluster-admin';
import { k8sDefaultDeny } from './k8s-default-deny';
import { k8sDigest } from './k8s-digest';
import { k8sEscalation } from './k8s-escalation';
import { k8sHost } from './k8s-host';
import { k8sHostPath } from './k8s-host-path';
import { k8sHostPort } from './k8s-host-port';
import { k8sNodePort } from './k8s-node-port';
import { k8sPrivileged } from './k8s-privileged';
import { k8sReplicas } from './k8s-replicas';
import { k8sRoot } from './k8s-root';
import { k8sSecretEnv } from './k8s-secret-env';
import { k8sToken } from './k8s-token';
import { k8sWildcard } from './k8s-wildcard';

/** One file each, in the order of their names. */
export const kubernetesPolicies: readonly Policy[] = [
  k8sAdmission,
  k8sClusterAdmin,
  k8sDefaultDeny,
  k8sDigest,
  k8sEscalation,
  k8sHostPath,
  k8sHostPort,
  k8sHost,
  k8sNodePort,
  k8sPrivileged,
  k8sReplicas,
  k8sRoot,
  k8sSecretEnv,
  k8sToken,
  k8sWildcard,
];
