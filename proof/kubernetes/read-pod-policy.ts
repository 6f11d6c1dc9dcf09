import { type Fields, fieldsAt, isFields, listAt } from '../../model/manifest-fields';
import type { Direction, Peer, PodPolicy, PortMatch, Rule } from './pod-policy';
import type { PodDoubt } from './pod-world';
import { RuleReader } from './rule-reader';

/** A NetworkPolicy of `networking.k8s.io/v1`, with the defaults that the API server fills in. */
export function readPodPolicy(
  object: Fields,
  place: string,
): { readonly policy: PodPolicy; readonly doubts: readonly PodDoubt[] } {
  const metadata = fieldsAt(object, 'metadata');
  const spec = fieldsAt(object, 'spec');
  const [name, namespace] = [String(metadata['name'] ?? ''), String(metadata['namespace'] ?? 'default')];
  const reader = new RuleReader(`NetworkPolicy ${namespace}/${name}`, place);
  reader.known(spec, 'spec', 'podSelector', 'policyTypes', 'ingress', 'egress');
  const isolated = directions(spec);
  const rules = Object.fromEntries(
    isolated.map((direction) => [
      direction,
      (listAt(spec, direction) ?? []).map((rule) => readRule(reader, isFields(rule) ? rule : {}, direction, place)),
    ]),
  );
  const policy = { name, namespace, subject: reader.selector(spec['podSelector']), rules, place };
  return { policy, doubts: reader.doubts };
}

/** Without `policyTypes`: ingress always, egress where there are rules for it. */
function directions(spec: Fields): readonly Direction[] {
  const types = listAt(spec, 'policyTypes') ?? [];
  if (types.length > 0)
    return (['ingress', 'egress'] as const).filter((one) => types.some((type) => String(type).toLowerCase() === one));
  return (listAt(spec, 'egress') ?? []).length > 0 ? ['ingress', 'egress'] : ['ingress'];
}

function readRule(reader: RuleReader, rule: Fields, direction: Direction, place: string): Rule {
  const side = direction === 'ingress' ? 'from' : 'to';
  reader.known(rule, direction, side, 'ports');
  const peers = listAt(rule, side) ?? [];
  const ports = listAt(rule, 'ports') ?? [];
  return {
    place,
    ...(peers.length > 0 && { peers: peers.flatMap((one) => readPeer(reader, isFields(one) ? one : {}) ?? []) }),
    ...(ports.length > 0 && { ports: ports.flatMap((one) => readPort(reader, isFields(one) ? one : {}) ?? []) }),
  };
}

function readPeer(reader: RuleReader, peer: Fields): Peer | undefined {
  reader.known(peer, 'peer', 'podSelector', 'namespaceSelector', 'ipBlock');
  const block = peer['ipBlock'];
  if (isFields(block)) return reader.block(block['cidr'], listAt(block, 'except'));
  if (isFields(peer['namespaceSelector'])) return reader.pods(peer);
  return { kind: 'own', pods: reader.selector(peer['podSelector']) };
}

function readPort(reader: RuleReader, port: Fields): PortMatch | undefined {
  reader.known(port, 'ports', 'protocol', 'port', 'endPort');
  const protocol = reader.protocol(port['protocol']);
  const value = port['port'];
  if (value === undefined || value === null) return protocol && { protocol, from: 0, to: 65_535 };
  if (typeof value === 'string') return protocol && { name: value, protocol };
  return reader.range(protocol, value, port['endPort'] ?? value);
}
