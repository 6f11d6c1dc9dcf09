import fc from 'fast-check';
import type { Fields } from '../../../../model/manifest-fields';
import { askPodOracle, itWithPodOracle } from '../../../support/pod-oracle';
import type { Asked } from './api-semantics';
import { type Cluster, clusters } from './cluster-arbitrary';
import { answer, questions, reachability } from './cluster-questions';

const CLUSTERS = 200;
/** Where pods have their addresses: no rule of these worlds has a block there. */
const PODS = ['250.0.0.0/8'];

describe('NetworkPolicies', () => {
  itWithPodOracle(
    'mean to the engine what they mean to the tests of Kubernetes’ own network group',
    (program) => {
      const drawn = fc.sample(clusters({ equalPriorities: false, hostNetwork: false }), { numRuns: CLUSTERS, seed: 7 });
      // The matcher says that NotIn misses what has no such label; Kubernetes says that it means it (apimachinery
      // labels.Requirement.Matches), so clusters with it are left to the other oracle.
      const worlds = drawn
        .map((one) => ({ ...one, adminPolicies: [] }))
        .filter(({ policies }) => !JSON.stringify(policies).includes('NotIn'));
      const asked = worlds.map((one) => questions(one).filter((packet) => hasOneName(packet)));
      const answers = askPodOracle(
        program,
        worlds.map((one, i) => question(one, asked[i] as readonly Asked[])),
      );
      const wrong = worlds.flatMap((world, i) => {
        const reach = reachability(world, PODS);
        const said = (asked[i] as readonly Asked[])
          .map((packet) => (answer(reach, packet, 'must') ? '1' : '0'))
          .join('');
        return said === answers[i] ? [] : [{ world, said, real: answers[i] }];
      });
      expect(wrong).toEqual([]);
      expect(answers.join('').length).toBeGreaterThan(100_000);
      expect(new Set(answers.join(''))).toEqual(new Set('01'));
    },
    60_000,
  );
});

/** The oracle is told the one name that the asked port has. */
function hasOneName(packet: Asked): boolean {
  return new Set(namesAt(packet)).size <= 1;
}

function namesAt({ destination, protocol, port }: Asked): readonly unknown[] {
  if (typeof destination === 'string') return [];
  const [container] = (destination['spec'] as { containers: { ports: Fields[] }[] }).containers;
  const here = container?.ports.filter(
    (one) => one['containerPort'] === port && (one['protocol'] ?? 'TCP') === protocol,
  );
  return (here ?? []).map((one) => one['name'] ?? '');
}

function question({ namespaces, policies }: Cluster, packets: readonly Asked[]): string {
  const labelsOf = (name: unknown) => {
    const found = namespaces.find((one) => (one['metadata'] as Fields)['name'] === name);
    return { ...(((found as Fields)['metadata'] as Fields)['labels'] as Fields), 'kubernetes.io/metadata.name': name };
  };
  const peer = (end: Fields | string) => {
    if (typeof end === 'string') return { IP: end };
    const { namespace, labels } = end['metadata'] as Fields;
    return {
      IP: '250.0.0.1',
      Internal: { Namespace: namespace, NamespaceLabels: labelsOf(namespace), PodLabels: labels },
    };
  };
  return JSON.stringify({
    Policies: policies.map(({ spec, ...one }) => ({
      ...one,
      spec: { ...(spec as Fields), policyTypes: types(spec as Fields) },
    })),
    Packets: packets.map((one) => ({
      Source: peer(one.source),
      Destination: peer(one.destination),
      Port: one.port,
      PortName: namesAt(one)[0] ?? '',
      Protocol: one.protocol,
    })),
  });
}

/** The API server fills in the types before anybody reads them, and the matcher wants them. */
function types(spec: Fields): unknown {
  const egress = (spec['egress'] as unknown[] | undefined) ?? [];
  return spec['policyTypes'] ?? (egress.length > 0 ? ['Ingress', 'Egress'] : ['Ingress']);
}
