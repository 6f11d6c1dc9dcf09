import type { ClusterClient } from '../../../../deployment/kubernetes/cluster-client';
import { takenNamespaces } from '../../../../deployment/kubernetes/taken-namespaces';

const labels = { 'app.kubernetes.io/managed-by': 'egov', adcode: '450222', dept: 'health', system: 'archive' };
const added = { address: 'core/v1:Namespace health-archive-prod', name: 'health-archive-prod', labels };

/** What is told where the cluster answers with a status, and with these labels. */
async function told(status: number, found?: Readonly<Record<string, string>>): Promise<string[]> {
  const get = async () => ({ status, body: { metadata: found === undefined ? {} : { labels: found } } });
  const problems = await takenNamespaces({ get } as unknown as ClusterClient, 'liucheng-extranet', [added]);
  return problems.map(({ code, at, message }) => `${code} ${at} · ${message.en}`);
}

const AT = 'CLUSTER_NAMESPACE liucheng-extranet core/v1:Namespace health-archive-prod';

test('a namespace that exists and belongs to somebody else is refused, and named with its owner', async () => {
  expect(await told(200, { ...labels, dept: 'finance' })).toEqual([
    `${AT} · the namespace health-archive-prod exists and is of app.kubernetes.io/managed-by=egov adcode=450222 dept=finance system=archive`,
  ]);
  expect(await told(200)).toEqual([`${AT} · the namespace health-archive-prod exists, and egov did not make it`]);
});

test('one that is not there is made, and one that is ours is taken over with whatever other labels it has', async () => {
  expect(await told(404)).toEqual([]);
  expect(await told(200, { ...labels, mlps: '3' })).toEqual([]);
});
