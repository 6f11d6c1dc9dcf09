import { type LabelSelector, type Labels, type Requirement, selects } from './label-selector';
import type { AdminPolicy, Peer, PodPolicy, Rule } from './pod-policy';
import type { Namespace, PodWorld, Workload } from './pod-world';

const NAME_LABEL = 'kubernetes.io/metadata.name';
const NONE: Labels = {};

/**
 * The world with pods that are not among the manifests, and that whoever may make pods in a namespace can make. A packet
 * between two pods needs of each at most one selector of a policy about it and one of a rule that means it; so each
 * namespace gets a pod for every two of these, with the labels of both, of either and of none. What is proved of them
 * holds for any pod, those of the platform's charts among them. Namespaces that rules name and no manifest has
 * (kube-system) are added.
 */
export function withPossiblePods(world: PodWorld): PodWorld {
  const namespaces = new Map(world.namespaces);
  for (const name of namedNamespaces(world))
    if (!namespaces.has(name)) namespaces.set(name, { name, labels: { [NAME_LABEL]: name }, place: '' });
  const possible = [...namespaces.values()].flatMap((namespace) =>
    labelSets(world, namespace).map((labels) => possiblePod(namespace, labels)),
  );
  return { ...world, namespaces, workloads: [...world.workloads, ...possible] };
}

function possiblePod({ name, place }: Namespace, labels: Labels): Workload {
  const words = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  const key = `${name}/any pod${words.length === 0 ? '' : ` with ${words.join(', ')}`}`;
  return { key, namespace: name, labels, ports: [], hostNetwork: false, place };
}

function labelSets(world: PodWorld, namespace: Namespace): readonly Labels[] {
  const sets = new Map<string, Labels>();
  const about = [NONE, ...subjects(world, namespace).flatMap(meeting)];
  const meant = [NONE, ...peers(world, namespace).flatMap(meeting)];
  for (const one of about)
    for (const other of meant) {
      const both = { ...one, ...other };
      // Two values for one label are no pod; each alone is in the list by itself.
      if (Object.keys(one).some((key) => both[key] !== one[key])) continue;
      const sorted = Object.entries(both).sort(([a], [b]) => (a < b ? -1 : 1));
      sets.set(JSON.stringify(sorted), Object.fromEntries(sorted));
    }
  return [...sets.values()];
}

/** Selectors of policies that may be about pods of a namespace. */
function subjects({ policies, adminPolicies }: PodWorld, { name, labels }: Namespace): LabelSelector[] {
  return [
    ...policies.filter((policy) => policy.namespace === name).map((policy) => policy.subject),
    ...adminPolicies.flatMap(({ subject }) => (selects(subject.namespaces, labels) ? [subject.pods] : [])),
  ];
}

/** Selectors of rules that may mean pods of a namespace. */
function peers(world: PodWorld, { name, labels }: Namespace): LabelSelector[] {
  return allPeers(world).flatMap(({ peer, namespace }) => {
    if (peer.kind === 'own') return namespace === name ? [peer.pods] : [];
    return peer.kind === 'pods' && selects(peer.namespaces, labels) ? [peer.pods] : [];
  });
}

/** The fewest labels that meet a selector, for each choice of values that it leaves. */
function meeting({ requirements }: LabelSelector): Labels[] {
  return requirements.reduce<Labels[]>(
    (sets, one) => sets.flatMap((set) => choices(one).map((value) => ({ ...set, ...value }))),
    [NONE],
  );
}

function choices({ key, operator, values }: Requirement): Labels[] {
  if (operator === 'In') return values.map((value) => ({ [key]: value }));
  return [operator === 'Exists' ? { [key]: '' } : NONE];
}

function namedNamespaces(world: PodWorld): string[] {
  return allPeers(world).flatMap(({ peer }) =>
    peer.kind === 'pods'
      ? peer.namespaces.requirements.flatMap(({ key, operator, values }) =>
          key === NAME_LABEL && operator === 'In' ? values : [],
        )
      : [],
  );
}

function allPeers({ policies, adminPolicies }: PodWorld): { readonly peer: Peer; readonly namespace?: string }[] {
  return [...policies, ...adminPolicies].flatMap((policy) =>
    rulesOf(policy).flatMap(({ peers: meant = [] }) =>
      meant.map((peer) => ({ peer, ...('namespace' in policy && { namespace: policy.namespace }) })),
    ),
  );
}

function rulesOf({ rules }: PodPolicy | AdminPolicy): readonly Rule[] {
  return [...(rules.ingress ?? []), ...(rules.egress ?? [])];
}
