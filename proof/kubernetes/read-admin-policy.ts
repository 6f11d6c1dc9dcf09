import { type Fields, fieldsAt, isFields, listAt } from '../../model/manifest-fields';
import { EVERYTHING } from './label-selector';
import type { AdminPolicy, AdminRule, Direction, Peer, PortMatch } from './pod-policy';
import type { PodDoubt } from './pod-world';
import { RuleReader } from './rule-reader';

const ACTIONS: Readonly<Record<string, AdminRule['action']>> = {
  Allow: 'Allow',
  Accept: 'Allow',
  Deny: 'Deny',
  Pass: 'Pass',
};

/** The kinds of `policy.networking.k8s.io`, with what decides their tier. */
export const ADMIN_KINDS = ['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'];

/** One of ADMIN_KINDS (network-policy-api v1alpha1 and v1alpha2). */
export function readAdminPolicy(
  object: Fields,
  place: string,
): { readonly policy: AdminPolicy; readonly doubts: readonly PodDoubt[] } {
  const kind = String(object['kind']);
  const name = String(fieldsAt(object, 'metadata')['name'] ?? '');
  const spec = fieldsAt(object, 'spec');
  const reader = new RuleReader(`${kind} ${name}`, place);
  reader.known(spec, 'spec', 'tier', 'priority', 'subject', 'ingress', 'egress');
  const baseline = kind === 'BaselineAdminNetworkPolicy' || spec['tier'] === 'Baseline';
  const priority = Number(spec['priority'] ?? 0);
  if (!Number.isInteger(priority)) reader.doubt(`priority ${String(spec['priority'])}`);
  const rules = (direction: Direction) =>
    (listAt(spec, direction) ?? []).flatMap(
      (one) => readRule(reader, isFields(one) ? one : {}, direction, place) ?? [],
    );
  const policy: AdminPolicy = {
    name,
    kind,
    tier: baseline ? 'baseline' : 'admin',
    priority,
    subject: readSubject(reader, fieldsAt(spec, 'subject')),
    rules: { ingress: rules('ingress'), egress: rules('egress') },
    place,
  };
  return { policy, doubts: reader.doubts };
}

function readSubject(reader: RuleReader, subject: Fields): AdminPolicy['subject'] {
  reader.known(subject, 'subject', 'namespaces', 'pods');
  const pods = subject['pods'];
  if (isFields(pods))
    return { namespaces: reader.selector(pods['namespaceSelector']), pods: reader.selector(pods['podSelector']) };
  if (!isFields(subject['namespaces'])) reader.doubt('a subject without namespaces or pods');
  return { namespaces: reader.selector(subject['namespaces']), pods: EVERYTHING };
}

function readRule(reader: RuleReader, rule: Fields, direction: Direction, place: string): AdminRule | undefined {
  const side = direction === 'ingress' ? 'from' : 'to';
  reader.known(rule, direction, 'name', 'action', side, 'ports', 'protocols');
  const action = ACTIONS[String(rule['action'])];
  if (!action) {
    reader.doubt(`action ${String(rule['action'])}`);
    return undefined;
  }
  const peers = (listAt(rule, side) ?? []).flatMap((one) => readPeers(reader, isFields(one) ? one : {}));
  const ports = listAt(rule, 'ports') ?? listAt(rule, 'protocols') ?? [];
  return {
    action,
    place,
    peers,
    ...(ports.length > 0 && { ports: ports.flatMap((one) => readPort(reader, isFields(one) ? one : {}) ?? []) }),
  };
}

/** One field of a peer is set; `networks` may name several blocks. */
function readPeers(reader: RuleReader, peer: Fields): readonly Peer[] {
  // Which nodes there are, and what addresses a domain name has, no manifest says.
  reader.known(peer, 'peer', 'namespaces', 'pods', 'networks');
  const { namespaces, pods } = peer;
  if (isFields(pods)) return [reader.pods(pods)];
  if (isFields(namespaces)) return [{ kind: 'pods', namespaces: reader.selector(namespaces), pods: EVERYTHING }];
  return (listAt(peer, 'networks') ?? []).flatMap((cidr) => reader.block(cidr) ?? []);
}

function readPort(reader: RuleReader, port: Fields): PortMatch | undefined {
  reader.known(port, 'ports', 'portNumber', 'portRange', 'namedPort', 'tcp', 'udp', 'sctp', 'destinationNamedPort');
  const { portNumber, portRange } = port;
  const name = port['namedPort'] ?? port['destinationNamedPort'];
  if (typeof name === 'string') return { name };
  if (isFields(portNumber)) return reader.range(reader.protocol(portNumber['protocol']), portNumber['port']);
  if (isFields(portRange))
    return reader.range(reader.protocol(portRange['protocol']), portRange['start'], portRange['end']);
  for (const protocol of ['TCP', 'UDP', 'SCTP'] as const) {
    const one = port[protocol.toLowerCase()];
    if (!isFields(one)) continue;
    const { number, range } = fieldsAt(one, 'destinationPort') as Fields;
    if (isFields(range)) return reader.range(protocol, range['start'], range['end']);
    return number === undefined ? { protocol, from: 0, to: 65_535 } : reader.range(protocol, number);
  }
  reader.doubt('a port without number, range or name');
  return undefined;
}
