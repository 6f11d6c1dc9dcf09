import type { PodEndIntent } from '../../model/pod-intent';
import { type IntervalSet, lowest } from '../packets/interval-set';
import type { LabelSelector } from './label-selector';
import type { PodClass } from './pod-classes';
import type { PodLine } from './pod-line';

/** The ends that an intent names, as pods and points of a line. */
export class PodEnds {
  constructor(private readonly line: PodLine) {}

  set(end: PodEndIntent): IntervalSet {
    if (!('blocks' in end)) return this.points(this.classesOf(end));
    const { lines } = this.line.algebra;
    return lines.unionAll(end.blocks.flatMap((block) => this.line.address(block) ?? []));
  }

  /** One by one: classes of pods, or blocks. */
  each(end: PodEndIntent): readonly (PodClass | string)[] {
    return 'blocks' in end ? end.blocks : this.classesOf(end);
  }

  classesOf(end: Exclude<PodEndIntent, { blocks: readonly string[] }>): readonly PodClass[] {
    const { classes } = this.line;
    const wanted: LabelSelector = {
      requirements: Object.entries(end.labels).map(([key, value]) => ({ key, operator: 'In', values: [value] })),
    };
    const spans =
      end.namespace === undefined ? classes.namespaces({ requirements: [] }) : classes.namespace(end.namespace);
    const found: PodClass[] = [];
    for (const [first, last] of classes.select(spans, wanted)) found.push(...classes.all.slice(first, last + 1));
    return found;
  }

  points(classes: readonly PodClass[]): IntervalSet {
    return this.line.algebra.lines.of(classes.map(({ index }) => [this.line.point(index), this.line.point(index)]));
  }

  /** A point of an end; the first of a block. */
  pointOf(end: PodClass | string): number {
    if (typeof end !== 'string') return this.line.point(end.index);
    return lowest(this.line.address(end) ?? this.line.outside) ?? 0;
  }
}
