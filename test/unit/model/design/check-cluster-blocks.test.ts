import type { Difference, WrittenEnvironment } from '../../../support/environment-builder';
import { merged, problemsOf, said } from '../../../support/environment-builder';
import { onKubernetes } from '../../../support/kubernetes-fixture';

const change = (difference: unknown) => merged(onKubernetes, difference) as Difference<WrittenEnvironment>;
/** `CODE place · message` of every problem of the small environment with clusters and a change. */
const told = (difference: unknown) => said(change(difference)).map((one) => one.split(' · ').slice(0, 2).join(' · '));
const blocks = (extranet: object, more: object = {}) => ({ kubernetes: { clusters: { extranet, ...more } } });
const CLUSTERS = 'kubernetes/clusters';

test.each([
  ['nodes', '10.16.7.0/24', '10.16.0.0/16 of plane extranet'],
  ['api', '10.17.0.8/32', '10.17.0.0/16 of plane internet'],
  ['pods', '10.18.0.0/20', '10.18.0.0/20 of plane management'],
  ['services', '10.19.0.0/24', '10.19.0.0/20 of plane storage'],
  ['pods', '2001:db8:16:1::/64', '2001:db8:16::/48 of plane extranet'],
  ['nodes', '192.0.2.16/28', '192.0.2.0/26 of `reachable` of plane internet'],
  ['pods', '172.16.42.0/24', '172.16.42.0/28 of the operators'],
  ['services', '59.200.0.0/16', '59.192.0.0/10 of the extranet users'],
])('%s at %s meet %s', (field, block, other) =>
  expect(told(blocks({ [field]: [block] }))).toEqual([
    `NET_OVERLAP ${CLUSTERS}/extranet/${field}/0 · ${block} of the ${field} of cluster extranet overlaps ${other}`,
  ]),
);

test('a pod block that is that of a zone is refused, as written by either', () => {
  const zones = { extranet: { data: { block: '10.16.12.0/24' } } };
  expect(told({ zones, ...blocks({ pods: ['172.20.0.0/16', '10.16.12.0/24'] }) })).toEqual([
    `NET_OVERLAP ${CLUSTERS}/extranet/pods/1 · 10.16.12.0/24 of the pods of cluster extranet overlaps 10.16.0.0/16 of plane extranet`,
  ]);
});

test('users of a department beside the national range are users, too', () =>
  expect(
    told({ ...blocks({ pods: ['172.20.0.0/16'] }), tenants: { finance: { sources: ['172.20.3.0/24'] } } }),
  ).toEqual([
    `NET_OVERLAP ${CLUSTERS}/extranet/pods/0 · 172.20.0.0/16 of the pods of cluster extranet overlaps 172.20.3.0/24 of the users of finance`,
  ]));

test('pods, services and nodes of one cluster lie apart, and its API server may stand among its nodes', () => {
  const at = `NET_OVERLAP ${CLUSTERS}/extranet`;
  expect(told(blocks({ api: ['10.99.1.8/32'] }))).toEqual([]);
  expect(told(blocks({ pods: ['10.99.0.0/16'], services: ['10.99.128.0/17'] }))).toEqual([
    `${at}/pods/0 · 10.99.0.0/16 of the pods of cluster extranet overlaps 10.99.0.8/32 of the api of cluster extranet`,
    `${at}/pods/0 · 10.99.0.0/16 of the pods of cluster extranet overlaps 10.99.1.0/24 of the nodes of cluster extranet`,
    `${at}/services/0 · 10.99.128.0/17 of the services of cluster extranet overlaps 10.99.0.0/16 of the pods of cluster extranet`,
  ]);
});

test('two clusters share no addresses', () => {
  const { nodePools: _, ...other } = onKubernetes.kubernetes.clusters.extranet;
  const internet = { ...other, api: ['10.98.0.8/32'], pods: ['172.20.0.0/16'], nodePools: {} };
  expect(told(blocks({ pods: ['172.20.0.0/20'] }, { internet }))).toEqual([
    `NET_OVERLAP ${CLUSTERS}/internet/nodes/0 · 10.99.1.0/24 of the nodes of cluster internet overlaps 10.99.1.0/24 of the nodes of cluster extranet`,
    `NET_OVERLAP ${CLUSTERS}/internet/pods/0 · 172.20.0.0/16 of the pods of cluster internet overlaps 172.20.0.0/20 of the pods of cluster extranet`,
  ]);
});

test('nodes stand beside what the divisions below get', () =>
  expect(told({ delegation: { private: ['10.96.0.0/12'] } })).toEqual(
    ['api', 'nodes'].map(
      (field) =>
        `NET_OVERLAP ${CLUSTERS}/extranet/${field}/0 · ${field === 'api' ? '10.99.0.8/32' : '10.99.1.0/24'} of the ${field} of cluster extranet overlaps 10.96.0.0/12 of the divisions below`,
    ),
  ));

test('blocks that meet are told in Chinese', () =>
  expect(
    problemsOf(change(blocks({ pods: ['10.16.0.0/16'] }))).map(({ message, fix }) => [message.zh, fix.zh]),
  ).toEqual([
    ['集群 extranet 的 pods 地址段 10.16.0.0/16 与平面 extranet 的 10.16.0.0/16 重叠', '调整其中一个地址段'],
  ]));
