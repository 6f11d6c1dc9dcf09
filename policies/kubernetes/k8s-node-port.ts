import { fieldsAt, textsAt } from '../../model/manifest-fields';
import { isEverybody } from '../everybody';
import { answering } from '../mlps/control';
import { lookAtEach, type Policy } from '../policy';

export const k8sNodePort: Policy = {
  ...answering('HOST-PORT'),
  id: 'K8S-NODE-PORT',
  title: { en: 'No Service opens a port on every node', zh: '不使用 NodePort 与外部地址' },
  severity: 'high',
  scope: 'manifests',
  why: {
    en: 'A node port is open on all nodes, past the load balancer and its list of sources.',
    zh: 'NodePort 在所有节点开放，绕过负载均衡及来源限制。',
  },
  fix: {
    en: 'use an Ingress, or a LoadBalancer with `loadBalancerSourceRanges`',
    zh: '改用 Ingress，或限定来源的 LoadBalancer',
  },
  check: ({ manifests }) =>
    lookAtEach(
      manifests.filter((one) => one.kind === 'Service'),
      ({ object }) => {
        const spec = fieldsAt(object, 'spec');
        if (spec['type'] === 'NodePort') return { en: 'the Service is a NodePort', zh: 'Service 类型为 NodePort' };
        if (Array.isArray(spec['externalIPs']) && spec['externalIPs'].length > 0)
          return { en: 'the Service takes addresses that are not its own', zh: 'Service 使用了外部地址' };
        const ranges = textsAt(spec, 'loadBalancerSourceRanges');
        const open = spec['type'] === 'LoadBalancer' && (ranges.length === 0 || isEverybody(ranges));
        return open ? { en: 'the load balancer admits everybody', zh: '负载均衡未限定来源' } : undefined;
      },
    ),
};
