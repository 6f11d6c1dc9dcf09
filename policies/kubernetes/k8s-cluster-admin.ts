import { fieldsAt, itemsAt } from '../../model/manifest-fields';
import { answering } from '../mlps/control';
import { lookAtEach, type Policy } from '../policy';

/** Groups of the control plane that hold it by design. */
const OWN = ['system:masters'];
/** Names that stand for whoever comes: without a name, with any name, as any pod of the cluster. */
const EVERYBODY = ['system:anonymous', 'system:unauthenticated', 'system:authenticated', 'system:serviceaccounts'];

export const k8sClusterAdmin: Policy = {
  ...answering('ACC-LEAST'),
  id: 'K8S-CLUSTER-ADMIN',
  title: {
    en: 'Nobody is made administrator of the cluster, and nobody without a name is given a role',
    zh: '不授予 cluster-admin，不向匿名主体授权',
  },
  severity: 'critical',
  scope: 'manifests',
  why: {
    en: 'Who holds `cluster-admin` reads every secret of every department.',
    zh: '持有 `cluster-admin` 者可读取所有部门的密钥。',
  },
  fix: { en: 'bind a role of the namespace', zh: '改为绑定命名空间内的角色' },
  check: ({ manifests }) =>
    lookAtEach(
      manifests.filter((one) => one.kind === 'ClusterRoleBinding' || one.kind === 'RoleBinding'),
      ({ kind, object }) => {
        const role = String(fieldsAt(object, 'roleRef')['name'] ?? '');
        const subjects = itemsAt(object, 'subjects').map((one) => String(one['name'] ?? ''));
        const nameless = subjects.find((one) => EVERYBODY.includes(one));
        if (nameless !== undefined) return { en: `${nameless} gets ${role}`, zh: `${nameless} 获得 ${role}` };
        const given = subjects.filter((one) => !OWN.includes(one));
        if (role !== 'cluster-admin' || given.length === 0) return undefined;
        const where = kind === 'RoleBinding' ? 'everything in its namespace' : 'the whole cluster';
        return { en: `${given.join(', ')} administers ${where}`, zh: `${given.join('、')} 获得 cluster-admin` };
      },
    ),
};
