import type { Design } from '../model/design/design';
import { type EmittedStack, presentAddress } from '../model/emitted-stack';
import { byKey } from '../model/stable-hash';
import { emitStacks } from './emit-stacks';

/** Attributes that carry names, or say how a resource is handled; a renaming may change them. */
const NAMES = new Set([
  'name',
  'description',
  'tags',
  'metadata',
  'extra_specs',
  'provider',
  'depends_on',
  'lifecycle',
]);

type Resources = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/**
 * What a renaming would change besides names: resources that come, go, or get other values. `after` knows by its moved
 * keys what each resource was called. Empty where it is a renaming and nothing else.
 */
export function renamingDifferences(before: Design, after: Design): string[] {
  const [was, is] = [byState(before), byState(after)];
  const states = [...new Set([...was.keys(), ...is.keys()])].sort(byKey);
  return states.flatMap((state) => {
    const [old, now] = [was.get(state), is.get(state)];
    if (old === undefined) return [`state ${state} comes`];
    if (now === undefined) return [`state ${state} goes`];
    return differencesIn(state, resourcesOf(old), resourcesOf(now), presentAddress(now));
  });
}

function byState(design: Design): ReadonlyMap<string, EmittedStack> {
  const states = new Map(design.stacks.map(({ key, state }) => [key, state ?? key]));
  return new Map(emitStacks(design).map((stack) => [states.get(stack.name) ?? stack.name, stack]));
}

function differencesIn(state: string, was: Resources, is: Resources, nameNow: (address: string) => string): string[] {
  const old = new Map([...was].map(([address, attributes]) => [nameNow(address), attributes]));
  const addresses = [...new Set([...old.keys(), ...is.keys()])].sort(byKey);
  return addresses.flatMap((address) => {
    const [a, b] = [old.get(address), is.get(address)];
    if (a === undefined) return [`${state} ${address} comes`];
    if (b === undefined) return [`${state} ${address} goes`];
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => !NAMES.has(name)).sort();
    return names.flatMap((name) => (plain(a[name]) === plain(b[name]) ? [] : [`${state} ${address}.${name}`]));
  });
}

/** References name resources, which are called otherwise now; what they refer to is compared by itself. */
function plain(value: unknown): string {
  return JSON.stringify(value ?? null).replaceAll(/\$\{[^}]*\}/g, '$');
}

function resourcesOf({ definition }: EmittedStack): Resources {
  const all = Object.entries(definition.resource ?? {});
  return new Map(all.flatMap(([type, named]) => Object.entries(named).map(([name, one]) => [`${type}.${name}`, one])));
}
