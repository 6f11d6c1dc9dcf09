import type { types } from '@pulumi/kubernetes';
import type { PodPeerDesign, PodPolicyDesign, PodRuleDesign } from '../../../model/design/pod-policy-design';
import { type KubernetesObject, metadata } from './kubernetes-object';

/** A NetworkPolicy of a namespace. */
export function podPolicyObject(
  namespace: string,
  { name, pods, ingress, egress, purpose }: PodPolicyDesign,
): KubernetesObject {
  const annotations = purpose === undefined ? {} : { annotations: { 'egov/purpose': purpose } };
  const policyTypes = [...(ingress === undefined ? [] : ['Ingress']), ...(egress === undefined ? [] : ['Egress'])];
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: metadata({ name, namespace, ...annotations }),
    spec: {
      podSelector: selector(pods),
      policyTypes,
      ...(ingress && ingress.length > 0 && { ingress: ingress.map((rule) => ({ from: peers(rule), ...ports(rule) })) }),
      ...(egress && egress.length > 0 && { egress: egress.map((rule) => ({ to: peers(rule), ...ports(rule) })) }),
    },
  } satisfies types.input.networking.v1.NetworkPolicy;
}

function ports({ ports }: PodRuleDesign) {
  return ports.length === 0 ? {} : { ports: ports.map((one) => ({ ...one })) };
}

function peers(rule: PodRuleDesign) {
  return rule.peers.map((peer: PodPeerDesign) => {
    if ('block' in peer) return { ipBlock: { cidr: peer.block } };
    const { namespaces, pods } = peer;
    return {
      ...(namespaces && { namespaceSelector: selector(namespaces) }),
      podSelector: selector(pods),
    };
  });
}

function selector(labels: Readonly<Record<string, string>>) {
  return Object.keys(labels).length === 0 ? {} : { matchLabels: { ...labels } };
}
