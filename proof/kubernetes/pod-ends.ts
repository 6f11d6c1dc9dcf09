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

  pointOf(end: PodClass | string): number {
    return typeof end === 'string'
      ? (lowest(this.line.address(end) ?? this.line.outside) ?? 0)
      : this.line.point(end.index);
  }

  endAt(point: number): PodClass | string {
    const { line } = this;
    const here = line.algebra.lines.point(point);
    const [index] = [...line.indices(here)];
    return index === undefined
      ? (line.addressesText(here)[0]?.replace(/\/(32|128)$/, '') ?? '')
      : (line.classes.all[index] as PodClass);
  }
}

/** As a person knows it: a workload, or an address. */
export function nameOf(end: PodClass | string): string {
  return typeof end === 'string' ? end : (end.workloads[0]?.key ?? '');
}
