import { isFields } from '../model/manifest-fields';
import type { Thing } from './thing';

/** A Kubernetes object as plain data: what a file holds, or what Pulumi would send. */
export interface Manifest extends Thing {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Empty for what belongs to the whole cluster, and for what leaves its namespace to the caller. */
  readonly namespace: string;
  readonly object: Readonly<Record<string, unknown>>;
}

/** Reads one object; undefined where it is none of Kubernetes. `mlps` is a label of it, or of its namespace. */
export function manifestOf(object: unknown, place: string, level: number): Manifest | undefined {
  if (!isFields(object)) return undefined;
  const { apiVersion, kind, metadata } = object as Record<string, unknown>;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || !isFields(metadata)) return undefined;
  const name = text(metadata['name']) ?? text(metadata['generateName']) ?? '';
  const namespace = text(metadata['namespace']) ?? '';
  const key = `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`;
  const labels = isFields(metadata['labels']) ? metadata['labels'] : {};
  const own = Number(labels['mlps']);
  return { apiVersion, kind, name, namespace, key, place, mlps: own >= 1 && own <= 5 ? own : level, object };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
