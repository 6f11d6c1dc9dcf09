// biome-ignore-all lint/suspicious/noExplicitAny: manifests are read here without any help of the code under test
import type { Fields } from '../../../../model/manifest-fields';
import type { Cluster } from './cluster-arbitrary';

type Any = any;

/** What Kubernetes leaves to the implementation, decided one way. */
export interface Choices {
  /** A pod that shares its node's network is selected by labels like any other. */
  readonly hostPodsAreSelected: boolean;
  /** An address block holds the pods of the cluster. */
  readonly blocksHoldPods: boolean;
  /** Of two policies with one priority the later is asked first. */
  readonly laterFirst: boolean;
}

export interface Asked {
  /** A pod's manifest, or an address. */
  readonly source: Fields | string;
  readonly destination: Fields | string;
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
  readonly port: number;
}

/** Whether one packet passes, by reading the manifests again for each question, as the API's documents say it. */
export function isAllowed(cluster: Cluster, asked: Asked, choices: Choices): boolean {
  return side(cluster, asked, 'egress', choices) && side(cluster, asked, 'ingress', choices);
}

function side(cluster: Cluster, asked: Asked, direction: 'ingress' | 'egress', choices: Choices): boolean {
  const [own, other]: [Any, Any] =
    direction === 'egress' ? [asked.source, asked.destination] : [asked.destination, asked.source];
  if (typeof own === 'string' || !isSelectable(own, choices)) return true;
  const at = (policy: Any, rule: Any) => {
    const peers = rule[direction === 'egress' ? 'to' : 'from'] ?? [];
    const ports = rule.ports ?? [];
    return (
      (peers.length === 0 || peers.some((peer: Any) => isPeer(cluster, policy, peer, other, choices))) &&
      (ports.length === 0 || ports.some((port: Any) => isPort(port, asked)))
    );
  };
  const admins: Any[] = cluster.adminPolicies.filter((policy: Any) => isSubject(cluster, policy, own));
  const tier = (kind: string): string | undefined => {
    const list = admins.filter((policy) => policy.kind === kind);
    const ordered = (choices.laterFirst ? list.reverse() : list).sort((a, b) => a.spec.priority - b.spec.priority);
    for (const policy of ordered)
      for (const rule of policy.spec[direction] ?? []) if (at(policy, rule)) return rule.action;
    return undefined;
  };
  const first = tier('AdminNetworkPolicy');
  if (first === 'Allow' || first === 'Deny') return first === 'Allow';
  const isolating = cluster.policies.filter(
    (policy: Any) =>
      policy.metadata.namespace === own.metadata.namespace &&
      isSelected(policy.spec.podSelector, own.metadata.labels) &&
      types(policy).includes(direction),
  );
  if (isolating.length > 0)
    return isolating.some((policy: Any) => (policy.spec[direction] ?? []).some((rule: Any) => at(policy, rule)));
  return tier('BaselineAdminNetworkPolicy') !== 'Deny';
}

function types({ spec }: Any): string[] {
  const written: string[] = spec.policyTypes ?? ['Ingress', ...((spec.egress ?? []).length > 0 ? ['Egress'] : [])];
  return written.map((one) => one.toLowerCase());
}

function isPeer(cluster: Cluster, policy: Any, peer: Any, other: Any, choices: Choices): boolean {
  const blocks = peer.ipBlock ? [peer.ipBlock] : (peer.networks ?? []).map((cidr: string) => ({ cidr }));
  if (blocks.length > 0) {
    if (typeof other !== 'string') return choices.blocksHoldPods;
    return blocks.some(
      ({ cidr, except = [] }: Any) => isWithin(other, cidr) && !except.some((one: string) => isWithin(other, one)),
    );
  }
  if (typeof other === 'string' || !isSelectable(other, choices)) return false;
  const namespaces = peer.namespaces ?? peer.pods?.namespaceSelector ?? peer.namespaceSelector;
  const pods = peer.pods?.podSelector ?? peer.podSelector ?? {};
  if (namespaces === undefined && other.metadata.namespace !== policy.metadata.namespace) return false;
  return isSelected(namespaces ?? {}, namespaceLabels(cluster, other)) && isSelected(pods, other.metadata.labels);
}

function isSubject(cluster: Cluster, policy: Any, pod: Any): boolean {
  const { namespaces, pods } = policy.spec.subject;
  if (namespaces) return isSelected(namespaces, namespaceLabels(cluster, pod));
  return (
    isSelected(pods.namespaceSelector, namespaceLabels(cluster, pod)) &&
    isSelected(pods.podSelector, pod.metadata.labels)
  );
}

function namespaceLabels(cluster: Cluster, pod: Any): Any {
  const one: Any = cluster.namespaces.find((namespace: Any) => namespace.metadata.name === pod.metadata.namespace);
  return { ...one.metadata.labels, 'kubernetes.io/metadata.name': one.metadata.name };
}

function isSelectable(pod: Any, choices: Choices): boolean {
  return !pod.spec.hostNetwork || choices.hostPodsAreSelected;
}

function isSelected({ matchLabels = {}, matchExpressions = [] }: Any, labels: Any): boolean {
  return (
    Object.keys(matchLabels).every((key) => labels[key] === matchLabels[key]) &&
    matchExpressions.every(({ key, operator, values }: Any) => {
      if (operator === 'Exists') return key in labels;
      if (operator === 'DoesNotExist') return !(key in labels);
      const held = key in labels && values.includes(labels[key]);
      return operator === 'In' ? held : !held;
    })
  );
}

function isPort(port: Any, { protocol, port: asked, destination }: Asked): boolean {
  const number = port.portNumber ?? port.portRange;
  if (number) {
    const [from, to] = port.portNumber ? [number.port, number.port] : [number.start, number.end];
    return number.protocol === protocol && from <= asked && asked <= to;
  }
  const name = port.namedPort ?? (typeof port.port === 'string' ? port.port : undefined);
  if (name !== undefined) {
    const wanted = port.namedPort ? protocol : (port.protocol ?? 'TCP');
    const ports: Any[] = typeof destination === 'string' ? [] : (destination as Any).spec.containers[0].ports;
    return ports.some(
      (one) =>
        one.name === name && (one.protocol ?? 'TCP') === protocol && wanted === protocol && one.containerPort === asked,
    );
  }
  if ((port.protocol ?? 'TCP') !== protocol) return false;
  return port.port === undefined || (port.port <= asked && asked <= (port.endPort ?? port.port));
}

/** By bits of the text, for the few blocks of these worlds. */
function isWithin(address: string, cidr: string): boolean {
  const [block, length] = cidr.split('/') as [string, string];
  if (block.includes(':') !== address.includes(':')) return false;
  return bits(address).slice(0, Number(length)) === bits(block).slice(0, Number(length));
}

function bits(address: string): string {
  if (!address.includes(':'))
    return address
      .split('.')
      .map((part) => Number(part).toString(2).padStart(8, '0'))
      .join('');
  const [head = '', tail = ''] = address.split('::');
  const words = (text: string) => (text === '' ? [] : text.split(':'));
  const middle = Array<string>(8 - words(head).length - words(tail).length).fill('0');
  return [...words(head), ...middle, ...words(tail)]
    .map((word) => Number.parseInt(word, 16).toString(2).padStart(16, '0'))
    .join('');
}
