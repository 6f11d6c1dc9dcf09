import type { EmittedStack } from '../../model/emitted-stack';
import { byKey } from '../../model/stable-hash';
import type { ResourceAction } from '../change';
import { attributeDifferences, type Body, type Difference } from './attribute-differences';

/** What becomes of one resource between two revisions. */
export interface ResourceDifference {
  readonly stack: string;
  readonly type: string;
  readonly address: string;
  readonly action: ResourceAction;
  readonly differences: readonly Difference[];
  /** `file:line:column` that asks for it; of the base where it goes. */
  readonly place?: string;
  /** The address before a move, or the id that an import block adopts. */
  readonly from?: string;
  readonly before?: Body;
  readonly after?: Body;
}

/** Every resource that differs, by stack and address. A `moved` block joins both addresses. */
export function resourceDifferences(
  before: readonly EmittedStack[],
  after: readonly EmittedStack[],
): ResourceDifference[] {
  const old = new Map(before.map((stack) => [stack.name, stack]));
  const now = new Map(after.map((stack) => [stack.name, stack]));
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort(byKey)
    .flatMap((name) => ofStack(old.get(name), now.get(name)));
}

function ofStack(before: EmittedStack | undefined, after: EmittedStack | undefined): ResourceDifference[] {
  if (before === after) return [];
  const [was, is] = [bodies(before), bodies(after)];
  const moves = new Map(blocks(after, 'moved').map(({ from, to }) => [`${to}`, `${from}`]));
  const imports = new Map(blocks(after, 'import').map(({ to, id }) => [`${to}`, `${id}`]));
  const moved = new Set(
    [...moves].filter(([to, from]) => is.has(to) && was.has(from) && !was.has(to)).map(([, from]) => from),
  );
  const stack = (after ?? before)?.name ?? '';
  const found: ResourceDifference[] = [];
  for (const [address, body] of is) {
    const from = moves.get(address);
    const isMoved = from !== undefined && moved.has(from) && !was.has(address);
    const earlier = isMoved ? was.get(from) : was.get(address);
    const place = after?.places[address];
    const at = { stack, type: typeOf(address), address, ...(place !== undefined && { place }) };
    const adopted = imports.get(address);
    if (isMoved)
      found.push({ ...at, action: 'move', from, differences: attributeDifferences(at.type, earlier ?? {}, body) });
    else if (!earlier && adopted !== undefined) found.push({ ...at, action: 'move', from: adopted, differences: [] });
    else if (!earlier) found.push({ ...at, action: 'add', differences: [], after: body });
    else {
      const differences = attributeDifferences(at.type, earlier, body);
      if (differences.length > 0) found.push({ ...at, action: 'change', differences, before: earlier, after: body });
    }
  }
  for (const [address, body] of was) {
    if (is.has(address) || moved.has(address)) continue;
    const place = before?.places[address];
    const at = { stack, type: typeOf(address), address, ...(place !== undefined && { place }) };
    found.push({ ...at, action: 'destroy', differences: [], before: body });
  }
  return found.sort((a, b) => byKey(a.address, b.address));
}

function bodies(stack: EmittedStack | undefined): ReadonlyMap<string, Body> {
  const resources = Object.entries(stack?.definition.resource ?? {});
  return new Map(
    resources.flatMap(([type, named]) =>
      Object.entries(named).map(([name, body]) => [`${type}.${name}`, (Array.isArray(body) ? body[0] : body) as Body]),
    ),
  );
}

function blocks(stack: EmittedStack | undefined, kind: 'moved' | 'import'): readonly Body[] {
  const written = stack?.definition[kind];
  return written === undefined ? [] : ([written].flat() as Body[]);
}

function typeOf(address: string): string {
  return address.slice(0, address.indexOf('.'));
}
