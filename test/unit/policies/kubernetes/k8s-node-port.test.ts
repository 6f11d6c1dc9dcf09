import { k8sNodePort } from '../../../../policies/kubernetes/k8s-node-port';
import { judgedManifests, verdictOf } from '../../../support/policies/judged';
import { object } from '../../../support/policies/pods';

const service = (spec: Readonly<Record<string, unknown>>) => object('Service', 's', { spec }, 'finance');

test.each([
  ['inside of the cluster', service({}), ['pass']],
  [
    'a load balancer for named sources',
    service({ type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.0/8'] }),
    ['pass'],
  ],
  ['a node port', service({ type: 'NodePort' }), ['fail Service finance/s · the Service is a NodePort']],
  [
    'a load balancer for everybody',
    service({ type: 'LoadBalancer' }),
    ['fail Service finance/s · the load balancer admits everybody'],
  ],
  [
    'addresses of others',
    service({ externalIPs: ['192.0.2.1'] }),
    ['fail Service finance/s · the Service takes addresses that are not its own'],
  ],
])('%s', (_, manifest, expected) => {
  expect(verdictOf(judgedManifests(k8sNodePort, [manifest]))).toEqual(expected);
});
