import * as k8s from '@pulumi/kubernetes';
import type * as pulumi from '@pulumi/pulumi';
import type { PodPeerDesign, PodPolicyDesign, PodRuleDesign } from '../../model/design/pod-policy-design';
import { metadata, resourceName } from './metadata';

/** A NetworkPolicy of a namespace. */
export function podPolicy(
  namespace: string,
  { name, pods, ingress, egress, purpose }: PodPolicyDesign,
  opts: pulumi.CustomResourceOptions,
): k8s.networking.v1.NetworkPolicy {
  const annotations = purpose === undefined ? {} : { 'egov/purpose': purpose };
  const policyTypes = [...(ingress === undefined ? [] : ['Ingress']), ...(egress === undefined ? [] : ['Egress'])];
  return new k8s.networking.v1.NetworkPolicy(
    resourceName({ name, namespace }),
    {
      metadata: metadata({ name, namespace, annotations }),
      spec: {
        podSelector: selector(pods),
        policyTypes,
        ...(ingress &&
          ingress.length > 0 && { ingress: ingress.map((rule) => ({ from: peers(rule), ...ports(rule) })) }),
        ...(egress && egress.length > 0 && { egress: egress.map((rule) => ({ to: peers(rule), ...ports(rule) })) }),
      },
    },
    opts,
  );
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
