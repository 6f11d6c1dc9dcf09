import type { Design } from '../../model/design/design';
import type { EmittedStack } from '../../model/emitted-stack';

/** A cloud that can be made weaker: what was decided, and what was emitted for it. */
export interface Cloud {
  readonly design: Design;
  readonly stacks: readonly EmittedStack[];
}

/** One way in which a cloud can be weak. The reference shows it as the example of its policy. */
export interface Weakness<T = Cloud> {
  /** Policies of which one at least must find it. */
  readonly policies: readonly string[];
  /** In words: `a group with stateful = false`. */
  readonly example: string;
  /** Whether the proof of who reaches whom must call it a violation, too. */
  readonly proved?: boolean;
  /** The cloud, or the files, with this weakness at each place where it can be, one at a time. */
  readonly variants: (cloud: T) => Generator<T>;
}

type Json = Record<string, unknown>;

/** Any value as something to change. */
// biome-ignore lint/suspicious/noExplicitAny: a draft is changed in ways that its readonly type forbids.
export type Draft = any;

/** At most this many places are tried for one weakness. */
export const PLACES = 6;

/** Changes the values of each resource of a type, one at a time. */
export function resourceWeakness(
  policies: readonly string[],
  example: string,
  type: string,
  change: (values: Draft, cloud: Cloud) => void,
  wanted: (values: Draft) => boolean = () => true,
): Weakness {
  return {
    policies,
    example,
    *variants(cloud) {
      const all = cloud.stacks.flatMap((stack) =>
        Object.entries(stack.definition.resource?.[type] ?? {}).map(([name, values]) => ({ stack, name, values })),
      );
      for (const { stack, name, values } of spread(all.filter((one) => wanted(one.values)))) {
        const changed = structuredClone(values) as Json;
        change(changed, cloud);
        yield withResource(cloud, stack, type, name, changed);
      }
    },
  };
}

/** Changes a copy of the Design in one way. */
export function designWeakness(
  policies: readonly string[],
  example: string,
  change: (design: Draft) => void,
): Weakness {
  return {
    policies,
    example,
    *variants(cloud) {
      const design = structuredClone(cloud.design);
      change(design);
      yield { ...cloud, design };
    },
  };
}

/** Changes each member of a list of the Design, one at a time. */
export function memberWeakness(
  policies: readonly string[],
  example: string,
  list: (design: Draft) => readonly Draft[],
  change: (member: Draft) => void,
): Weakness {
  return {
    policies,
    example,
    *variants(cloud) {
      for (const at of spread(list(cloud.design).map((_, i) => i))) {
        const design = structuredClone(cloud.design);
        change(list(design)[at]);
        yield { ...cloud, design };
      }
    },
  };
}

/** A cloud with one resource more, or with other values in one. */
export function withResource(cloud: Cloud, stack: EmittedStack, type: string, name: string, values: object): Cloud {
  const resource = stack.definition.resource ?? {};
  const definition = {
    ...stack.definition,
    resource: { ...resource, [type]: { ...resource[type], [name]: values as Json } },
  };
  return { ...cloud, stacks: cloud.stacks.map((one) => (one === stack ? { ...stack, definition } : one)) };
}

/** A few of many, from the first to the last. */
export function spread<T>(all: readonly T[]): readonly T[] {
  if (all.length <= PLACES) return all;
  return Array.from({ length: PLACES }, (_, i) => all[Math.floor((i * (all.length - 1)) / (PLACES - 1))] as T);
}
