import type { LabelSelector, Labels } from './label-selector';
import type { AdminPolicy, PodPolicy, Rule } from './pod-policy';
import type { Namespace, PodWorld, Workload } from './pod-world';

const NAME_LABEL = 'kubernetes.io/metadata.name';

/**
 * The world with pods that are not among the manifests, and that whoever may make pods in a namespace can make: one
 * without labels, and one with the labels of each selector that a policy has. What is proved of these holds for
 * pods that the platform's charts bring, too. Namespaces that rules name and no manifest has (kube-system) are added.
 */
export function withPossiblePods(world: PodWorld): PodWorld {
  const namespaces = new Map(world.namespaces);
  for (const name of namedNamespaces(world))
    if (!namespaces.has(name)) namespaces.set(name, { name, labels: { [NAME_LABEL]: name }, place: '' });
  const labels = labelSets(world);
  const possible = [...namespaces.values()].flatMap((namespace) => labels.map((set) => possiblePod(namespace, set)));
  return { ...world, namespaces, workloads: [...world.workloads, ...possible] };
}

function possiblePod({ name, place }: Namespace, labels: Labels): Workload {
  const words = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  const key = `${name}/any pod${words.length === 0 ? '' : ` with ${words.join(', ')}`}`;
  return { key, namespace: name, labels, ports: [], hostNetwork: false, place };
}

/** Each set of labels once: none, and those that selectors of pods ask for with equality. */
function labelSets(world: PodWorld): readonly Labels[] {
  const sets = new Map<string, Labels>([['{}', {}]]);
  for (const selector of podSelectors(world)) {
    const labels = Object.fromEntries(
      selector.requirements
        .flatMap(({ key, values: [value] }) => (value === undefined ? [] : [[key, value] as const]))
        .sort(),
    );
    sets.set(JSON.stringify(labels), labels);
  }
  return [...sets.values()];
}

function* podSelectors({ policies, adminPolicies }: PodWorld): Generator<LabelSelector> {
  for (const policy of policies) yield policy.subject;
  for (const policy of adminPolicies) yield policy.subject.pods;
  for (const { peers = [] } of rulesOf([...policies, ...adminPolicies]))
    for (const peer of peers) if (peer.kind !== 'block') yield peer.pods;
}

function* namedNamespaces({ policies, adminPolicies }: PodWorld): Generator<string> {
  for (const { peers = [] } of rulesOf([...policies, ...adminPolicies]))
    for (const peer of peers)
      if (peer.kind === 'pods')
        for (const { key, operator, values } of peer.namespaces.requirements)
          if (key === NAME_LABEL && operator === 'In') yield* values;
}

function* rulesOf(policies: readonly (PodPolicy | AdminPolicy)[]): Generator<Rule> {
  for (const { rules } of policies) yield* [...(rules.ingress ?? []), ...(rules.egress ?? [])];
}
