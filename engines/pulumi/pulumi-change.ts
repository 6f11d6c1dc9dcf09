import type { EngineEvent, OpType, StepEventMetadata } from '@pulumi/pulumi/automation';
import type { PlannedAction, PlannedChange } from '../plan-summary';

/** One thing that is done to an object of a cluster, with the fields that differ. */
export interface ObjectChange extends PlannedChange {
  /** Paths of the fields, such as `spec.podSelector`. */
  readonly fields: readonly string[];
}

/**
 * What an operation does to the objects of a cluster, or would do. Components, providers and the stack itself are no
 * objects; an object that is replaced counts once.
 */
export function objectChanges(events: readonly EngineEvent[]): ObjectChange[] {
  const changes = new Map<string, ObjectChange>();
  for (const metadata of steps(events)) {
    const action = actionOf(metadata.op);
    if (action === undefined) continue;
    const address = addressOf(metadata.urn);
    if (changes.get(address)?.action === 'replace') continue;
    const fields = Object.keys(metadata.detailedDiff ?? {}).sort();
    changes.set(address, { address, type: metadata.type, action, fields });
  }
  return [...changes.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** How many objects stay as they are. */
export function sameCount(events: readonly EngineEvent[]): number {
  return [...steps(events)].filter(({ op }) => op === 'same').length;
}

/** Every step on an object, once for each of its events. */
function* steps(events: readonly EngineEvent[]): Generator<StepEventMetadata> {
  for (const { resourcePreEvent } of events)
    if (resourcePreEvent !== undefined && isObject(resourcePreEvent.metadata)) yield resourcePreEvent.metadata;
}

/** An object as it is, and what a look found otherwise than it was left. */
export interface FoundObject {
  readonly address: string;
  readonly urn: string;
  readonly type: string;
  /** The object as the API server has it; undefined where it is gone. */
  readonly live: LiveObject | undefined;
  /** As it was declared when it was last applied. */
  readonly declared: unknown;
  /** Paths of declared fields that differ. */
  readonly fields: readonly string[];
}

/** The part of an object that is read here. */
export interface LiveObject {
  /** Name under which Pulumi set its fields. */
  readonly __fieldManager?: string;
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: {
    readonly name?: string;
    readonly namespace?: string;
    readonly managedFields?: readonly ManagedFields[];
  };
}

/** Who set which fields (Kubernetes, meta/v1 ManagedFieldsEntry). */
export interface ManagedFields {
  readonly manager?: string;
  readonly operation?: string;
  readonly subresource?: string;
  readonly time?: string;
  readonly fieldsV1?: FieldTree;
}

/** `f:name` for each field below; empty where the whole of a field is set. */
export interface FieldTree {
  readonly [key: string]: FieldTree;
}

/** Every object that a look at the cluster met, or the look before a preview. */
export function foundObjects(events: readonly EngineEvent[]): FoundObject[] {
  const found = events.flatMap(({ resOutputsEvent }) => {
    const metadata = resOutputsEvent?.metadata;
    if (metadata === undefined || !isObject(metadata)) return [];
    const { urn, type, op, detailedDiff, old, new: next } = metadata;
    const live = op === 'delete' ? undefined : (next?.outputs as LiveObject | undefined);
    // The state may hold an object as it was a moment before it settled: what counts is what was declared.
    const differs = (path: string): boolean => valueAt(old?.inputs, path) !== valueAt(live, path);
    return [
      {
        address: addressOf(urn),
        urn,
        type,
        live,
        declared: old?.inputs,
        fields: Object.keys(detailedDiff ?? {})
          .filter(differs)
          .sort(),
      },
    ];
  });
  // A preview looks first, and then tells of the same object what it would do.
  return found.filter(({ urn }, index) => found.findIndex((one) => one.urn === urn) === index);
}

/** The value at `spec.hard["requests.cpu"]`, as JSON. */
function valueAt(object: unknown, path: string): string | undefined {
  const names = [...path.matchAll(/\["([^"]+)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(
    (one) => one[1] ?? one[2] ?? one[3] ?? '',
  );
  const value = names.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], object);
  return JSON.stringify(value);
}

export function isObject({ type }: Pick<StepEventMetadata, 'type'>): boolean {
  return type.startsWith('kubernetes:');
}

/** `core/v1:Namespace finance`: type and name of a URN, which a person can look for. */
export function addressOf(urn: string): string {
  const [, types = '', name = ''] = /^urn:pulumi:[^:]*::[^:]*::(.*?)::(.*)$/.exec(urn) ?? [];
  const type = types.split('$').at(-1) ?? '';
  return `${type.replace(/^kubernetes:/, '')} ${name}`;
}

/** Throws on an operation that is not known here: counting it as nothing would hide it from a reviewer. */
function actionOf(op: OpType): PlannedAction | undefined {
  switch (op) {
    case 'create':
    case 'import':
      return 'add';
    case 'update':
      return 'change';
    case 'delete':
      return 'destroy';
    case 'replace':
    case 'create-replacement':
    case 'delete-replaced':
    case 'import-replacement':
    case 'discard-replaced':
      return 'replace';
    case 'same':
    case 'read':
    case 'read-replacement':
    case 'refresh':
    case 'discard':
    case 'remove-pending-replace':
      return undefined;
    default:
      throw new Error(`an operation ${op}, which this version does not know`);
  }
}

/** An object as the program declares it. */
export interface DeclaredObject {
  readonly address: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The namespaces that an operation would make. */
export function addedNamespaces(events: readonly EngineEvent[]): DeclaredObject[] {
  return [...steps(events)].flatMap(({ op, type, urn, new: next }) => {
    if (op !== 'create' || type !== 'kubernetes:core/v1:Namespace') return [];
    const { name, labels = {} } = (next?.inputs['metadata'] ?? {}) as {
      name?: string;
      labels?: Record<string, string>;
    };
    return name === undefined ? [] : [{ address: addressOf(urn), name, labels }];
  });
}
