import { Interner } from './interner';
import { areApart, IDS, type IntervalAlgebra, type IntervalSet } from './interval-set';

/** Values with the operations of sets, hash-consed: equality is identity. */
export interface SetAlgebra<T extends { readonly id: number }> {
  readonly empty: T;
  union(a: T, b: T): T;
  intersect(a: T, b: T): T;
  subtract(a: T, b: T): T;
}

/** A function from points to values, as disjoint key sets with distinct, non-empty values, the lowest key first. */
export interface Branching<V> {
  readonly id: number;
  readonly edges: readonly Edge<V>[];
}

export interface Edge<V> {
  readonly keys: IntervalSet;
  readonly value: V;
}

/**
 * Sets of tuples: one dimension (`keys`) above an algebra for the rest. Services alone are an `IntervalAlgebra`; one
 * layer above it gives (address, service), two give (source, destination, service).
 *
 * Laws, held by test/property/proof/packet-algebra.test.ts: the operations are those of sets of tuples, and the
 * result is canonical: equal sets are the same object, in whatever order they were built.
 */
export class Layer<V extends { readonly id: number }> implements SetAlgebra<Branching<V>> {
  private readonly known = new Interner<Branching<V>>();
  private readonly unions = new Map<number, Branching<V>>();
  private readonly intersections = new Map<number, Branching<V>>();
  private readonly differences = new Map<number, Branching<V>>();
  readonly empty = this.intern([]);

  constructor(
    private readonly keys: IntervalAlgebra,
    private readonly values: SetAlgebra<V>,
  ) {}

  /** All of `keys` with all of `value`. */
  box(keys: IntervalSet, value: V): Branching<V> {
    if (keys === this.keys.empty || value === this.values.empty) return this.empty;
    return this.intern([{ keys, value }]);
  }

  union(a: Branching<V>, b: Branching<V>): Branching<V> {
    if (a === b || b === this.empty) return a;
    if (a === this.empty) return b;
    return this.remembered(this.unions, a, b, () => [
      ...this.common(a, b, (x, y) => this.values.union(x, y)),
      ...this.rest(a, b),
      ...this.rest(b, a),
    ]);
  }

  /** The union of many boxes; at once where no two of them share keys but those that have all of them in common. */
  boxes(all: Iterable<Edge<V>>): Branching<V> {
    const byKeys = new Map<IntervalSet, V>();
    for (const { keys, value } of all) {
      const known = byKeys.get(keys);
      byKeys.set(keys, known === undefined ? value : this.values.union(known, value));
    }
    if (areApart(byKeys.keys())) return this.canonical([...byKeys].map(([keys, value]) => ({ keys, value })));
    return this.unionAll([...byKeys].map(([keys, value]) => this.box(keys, value)));
  }

  /** Two by two, then those two by two: the sets in between stay small. */
  unionAll(all: Iterable<Branching<V>>): Branching<V> {
    let rest = [...all];
    while (rest.length > 1)
      rest = rest.flatMap((one, i) => (i % 2 === 0 ? [this.union(one, rest[i + 1] ?? this.empty)] : []));
    return rest[0] ?? this.empty;
  }

  intersect(a: Branching<V>, b: Branching<V>): Branching<V> {
    if (a === b) return a;
    if (a === this.empty || b === this.empty) return this.empty;
    return this.remembered(this.intersections, a, b, () => this.common(a, b, (x, y) => this.values.intersect(x, y)));
  }

  subtract(a: Branching<V>, b: Branching<V>): Branching<V> {
    if (a === b || a === this.empty) return this.empty;
    if (b === this.empty) return a;
    return this.remembered(this.differences, a, b, () => [
      ...this.common(a, b, (x, y) => this.values.subtract(x, y)),
      ...this.rest(a, b),
    ]);
  }

  includes(a: Branching<V>, b: Branching<V>): boolean {
    return this.subtract(b, a) === this.empty;
  }

  /** What the function gives at one point. */
  at(a: Branching<V>, contains: (keys: IntervalSet) => boolean): V {
    return a.edges.find((edge) => contains(edge.keys))?.value ?? this.values.empty;
  }

  /** Only the part whose key lies in `keys`. */
  restrict(a: Branching<V>, keys: IntervalSet): Branching<V> {
    return this.canonical(a.edges.map((edge) => ({ keys: this.keys.intersect(edge.keys, keys), value: edge.value })));
  }

  private *common(a: Branching<V>, b: Branching<V>, combine: (x: V, y: V) => V): Generator<Edge<V>> {
    for (const left of a.edges)
      for (const right of b.edges)
        if (this.keys.overlaps(left.keys, right.keys))
          yield { keys: this.keys.intersect(left.keys, right.keys), value: combine(left.value, right.value) };
  }

  private *rest(a: Branching<V>, b: Branching<V>): Generator<Edge<V>> {
    const covered = this.keys.unionAll(b.edges.map((edge) => edge.keys));
    for (const edge of a.edges) yield { keys: this.keys.subtract(edge.keys, covered), value: edge.value };
  }

  private canonical(edges: Iterable<Edge<V>>): Branching<V> {
    const byValue = new Map<V, IntervalSet[]>();
    for (const { keys, value } of edges) {
      if (keys === this.keys.empty || value === this.values.empty) continue;
      const same = byValue.get(value);
      if (same) same.push(keys);
      else byValue.set(value, [keys]);
    }
    const merged = [...byValue].map(([value, keys]) => ({
      keys: keys.length === 1 ? (keys[0] as IntervalSet) : this.keys.unionAll(keys),
      value,
    }));
    return this.intern(merged.sort((x, y) => (x.keys.bounds[0] as number) - (y.keys.bounds[0] as number)));
  }

  private intern(edges: readonly Edge<V>[]): Branching<V> {
    const sequence = edges.flatMap((edge) => [edge.keys.id, edge.value.id]);
    return this.known.get(sequence, (id) => ({ id, edges }));
  }

  /** The same operands have one result. */
  private remembered(
    results: Map<number, Branching<V>>,
    a: Branching<V>,
    b: Branching<V>,
    compute: () => Iterable<Edge<V>>,
  ): Branching<V> {
    const key = a.id * IDS + b.id;
    const known = results.get(key);
    if (known) return known;
    const made = this.canonical(compute());
    results.set(key, made);
    return made;
  }
}
