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
