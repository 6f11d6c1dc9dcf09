import type { ResourceChange } from '../engines/plan-summary';
import { inputsOf, writeInputs } from '../engines/stack-inputs';
import type { Text } from '../model/text';
import type { Deployment } from './deployment';
import { thingWords } from './drift-words';
import { writtenDefinition } from './stack-folders';
import type { StackState } from './stack-state';
import type { StackUnit } from './stack-unit';

/** One thing that is otherwise in the cloud than it was left. */
export interface Drift {
  readonly stack: string;
  /** `missing`, `changed`, `unmanaged` (nobody declared it), or `left`: a stack that nothing describes any more. */
  readonly kind: 'missing' | 'changed' | 'unmanaged' | 'left';
  /** Of the resource in its stack; the id in the cloud for what is unmanaged; empty for a whole stack. */
  readonly address: string;
  readonly what: Text;
  /** Attributes that changed. */
  readonly attributes: readonly string[];
  /** Where it was asked for, `file:line:column`. */
  readonly place: string | undefined;
}

/** What became of the resources of a stack since its last apply. Changes nothing, neither the cloud nor the state. */
export async function driftOf(
  deployment: Deployment,
  stack: StackUnit,
  states: ReadonlyMap<string, StackState>,
): Promise<Drift[]> {
  const state = states.get(stack.name);
  if (state === undefined || state.resources.size === 0) return [];
  deployment.prepareLeft(stack, state);
  await deployment.prepare(stack);
  writeInputs(
    stack,
    inputsOf(stack, (name) => states.get(name)?.outputs ?? {}),
  );
  const work = await deployment.tofuOf(stack).plan({ stack, refreshOnly: true, ...deployment.listener(stack) });
  if (!work) return [];
  const document = await deployment.tofuOf(stack).showDocument({ stack });
  const written = writtenDefinition(stack).resource ?? {};
  const groups = groupNames([...states.values()]);
  return (document.resource_drift ?? []).flatMap((change) => {
    const name = change.address.slice(change.type.length + 1);
    const attributes = changedAttributes(change, written[change.type]?.[name] ?? {});
    const gone = change.change.actions.includes('delete');
    if (!gone && attributes.length === 0) return [];
    const one: Drift = {
      stack: stack.name,
      kind: gone ? 'missing' : 'changed',
      address: change.address,
      what: thingWords(change.type, change.change.before ?? {}, (id) => groups.get(id)),
      attributes: gone ? [] : attributes,
      place: stack.places[change.address],
    };
    return [one];
  });
}

/** Names of security groups by their ids. */
export function groupNames(states: readonly StackState[]): ReadonlyMap<string, string> {
  const groups = states.flatMap(({ resources }) =>
    [...resources].flatMap(([address, { type, id }]) =>
      type === 'openstack_networking_secgroup_v2' ? [[id, address.slice(type.length + 1)] as const] : [],
    ),
  );
  return new Map(groups);
}

/** Attributes that we wrote and that read otherwise now. What only the cloud fills in is its own. */
function changedAttributes({ change }: ResourceChange, written: Readonly<Record<string, unknown>>): string[] {
  const { before, after } = change;
  return Object.keys(written)
    .filter((name) => before?.[name] !== undefined && text(before[name]) !== text(after?.[name]))
    .sort();
}

/** Lists without their order: most are sets. */
function text(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value.map(text).sort());
  return JSON.stringify(value ?? null);
}
