import { type LabelSelector, type Labels, type Requirement, selectorText, selects } from './label-selector';
import type { ContainerPort, PodWorld, Workload } from './pod-world';

/** Workloads of one namespace that no rule can tell apart. */
export interface PodClass {
  readonly index: number;
  readonly namespace: string;
  readonly labels: Labels;
  /** Its ports that have a name, sorted. */
  readonly named: readonly ContainerPort[];
  /** Equal for classes with the same named ports. */
  readonly binding: string;
  readonly hostNetwork: boolean;
  readonly workloads: readonly Workload[];
}

/** First and last index of a namespace's classes. */
export type Span = readonly [number, number];

/**
 * All pods of a world as classes, those of one namespace side by side, and the answer to a selector without asking
 * every class: a label's classes are kept in lists.
 */
export class PodClasses {
  readonly all: readonly PodClass[];
  private readonly spans = new Map<string, Span>();
  private readonly holders = new Map<string, number[]>();
  private readonly classOf = new Map<Workload, PodClass>();
  private readonly selected = new Map<string, readonly Span[]>();

  constructor(private readonly world: PodWorld) {
    this.all = this.classes();
    for (const { index, namespace, labels } of this.all) {
      this.spans.set(namespace, [this.spans.get(namespace)?.[0] ?? index, index]);
      for (const [key, value] of Object.entries(labels)) held(this.holders, labelText(key, value)).push(index);
    }
  }

  of(workload: Workload): PodClass | undefined {
    return this.classOf.get(workload);
  }

  /** The classes of namespaces that a selector means. */
  namespaces(selector: LabelSelector): readonly Span[] {
    const text = selectorText(selector);
    const known = this.selected.get(text);
    if (known) return known;
    const made = [...this.spans]
      .filter(([name]) => selects(selector, this.world.namespaces.get(name)?.labels ?? {}))
      .map(([, span]) => span);
    this.selected.set(text, made);
    return made;
  }

  namespace(name: string): readonly Span[] {
    const span = this.spans.get(name);
    return span ? [span] : [];
  }

  /** The classes within some spans that a selector means. */
  select(spans: readonly Span[], selector: LabelSelector): readonly Span[] {
    const { requirements } = selector;
    if (requirements.length === 0) return spans;
    const narrow = this.narrowest(requirements);
    const rest = requirements.filter((one) => one !== narrow);
    const found: Span[] = [];
    for (const [first, last] of spans)
      for (const at of narrow ? this.holding(narrow, first, last) : indices(first, last))
        if (selects({ requirements: rest }, (this.all[at] as PodClass).labels)) found.push([at, at]);
    return found;
  }

  /** Of the requirements that name values, the one with the fewest classes. */
  private narrowest(requirements: readonly Requirement[]): Requirement | undefined {
    const size = ({ key, values }: Requirement) =>
      values.reduce((sum, value) => sum + (this.holders.get(labelText(key, value))?.length ?? 0), 0);
    const named = requirements.filter((one) => one.operator === 'In');
    return named.reduce<Requirement | undefined>(
      (best, one) => (best && size(best) <= size(one) ? best : one),
      undefined,
    );
  }

  /** The classes `first`–`last` that have one of the values. */
  private *holding({ key, values }: Requirement, first: number, last: number): Generator<number> {
    for (const value of new Set(values)) {
      const list = this.holders.get(labelText(key, value)) ?? [];
      for (let i = lowerBound(list, first); i < list.length && (list[i] as number) <= last; i++)
        yield list[i] as number;
    }
  }

  private classes(): PodClass[] {
    const alike = new Map<string, Workload[]>();
    for (const workload of this.world.workloads) held(alike, classText(workload)).push(workload);
    const keys = [...alike.keys()].sort();
    return keys.map((key, index) => {
      const workloads = alike.get(key) as Workload[];
      const [{ namespace, labels, hostNetwork, ports }] = workloads as [Workload, ...Workload[]];
      const named = ports.filter((port) => port.name !== undefined);
      const one = { index, namespace, labels, named, binding: bindingText(named), hostNetwork, workloads };
      for (const workload of workloads) this.classOf.set(workload, one);
      return one;
    });
  }
}

/** The namespace comes first, so that its classes lie side by side; no name of Kubernetes holds a line break. */
function classText({ namespace, labels, ports, hostNetwork }: Workload): string {
  const words = Object.keys(labels)
    .sort()
    .map((key) => labelText(key, labels[key] as string));
  const named = ports.filter((port) => port.name !== undefined);
  return `${namespace}\n${words.join(' ')}\n${bindingText(named)}\n${hostNetwork}`;
}

function bindingText(named: readonly ContainerPort[]): string {
  if (named.length === 0) return '';
  return named
    .map(({ name, protocol, port }) => `${name}:${protocol}:${port}`)
    .sort()
    .join(' ');
}

function labelText(key: string, value: string): string {
  return `${key}=${value}`;
}

function held<K, V>(groups: Map<K, V[]>, key: K): V[] {
  const known = groups.get(key);
  if (known) return known;
  const made: V[] = [];
  groups.set(key, made);
  return made;
}

function* indices(first: number, last: number): Generator<number> {
  for (let at = first; at <= last; at++) yield at;
}

/** Position of the first number of a sorted list that is not below `at`. */
function lowerBound(list: readonly number[], at: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
