import type { EmittedStack } from '../../model/emitted-stack';
import { readDeep, readExpression, type Scope } from './expression';
import { Reference, type Resource, Unresolved, type Value, type Values } from './resource';
import { ResourceTable } from './resource-table';

type Blocks = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/** The resources of every stack; a reference into another stack leads through its output to the resource itself. */
export function readStacks(stacks: readonly EmittedStack[]): ResourceTable {
  const byName = new Map(stacks.map((stack) => [stack.name, stack]));
  const several = stacks.length > 1;
  const scopes = new Map(stacks.map((stack) => [stack.name, scopeOf(stack, byName, several)]));
  return new ResourceTable(
    stacks.flatMap((stack) => {
      const read = reader(scopes.get(stack.name) as Scope);
      return [
        ...readBlocks(stack, stack.definition.resource, 'managed', read, several),
        ...readBlocks(stack, stack.definition['data'] as Blocks | undefined, 'data', read, several),
      ];
    }),
  );
}

/** Reads each text once: many resources name the same group or network, and it stands for the same in all of them. */
function reader(scope: Scope): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (!known.has(text)) known.set(text, readExpression(text, scope));
    return known.get(text);
  };
}

function readBlocks(
  stack: EmittedStack,
  blocks: Blocks | undefined,
  mode: Resource['mode'],
  read: (text: string) => Value,
  several: boolean,
): Resource[] {
  return Object.entries(blocks ?? {}).flatMap(([type, named]) =>
    Object.entries(named).map(([name, body]) => {
      const address = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
      // Terraform's JSON allows a list of one block.
      const values = readDeep(Array.isArray(body) ? body[0] : body, read) as Values;
      const place = stack.places[address] ?? address;
      return { id: several ? `${stack.name}/${address}` : address, place, type, mode, values };
    }),
  );
}

/** `open` holds the outputs and locals that are being read, so that a circle of them ends. */
function scopeOf(
  stack: EmittedStack,
  all: ReadonlyMap<string, EmittedStack>,
  several: boolean,
  open = new Set<string>(),
): Scope {
  const scope: Scope = {
    resource: (type, name, path, data) =>
      new Reference(`${several ? `${stack.name}/` : ''}${data ? 'data.' : ''}${type}.${name}`, path),
    variable(name, path) {
      const input = stack.inputs[name];
      if (!input) return variableDefault(stack, name) ?? new Unresolved(`var.${name}`);
      const source = all.get(input.stack);
      const output = source?.definition.output?.[input.output];
      const mark = `${input.stack}/${input.output}`;
      if (!source || !output || path.length > 0 || open.has(mark)) return new Unresolved(`var.${name}`);
      open.add(mark);
      try {
        const inside = scopeOf(source, all, several, open);
        return readDeep(output.value, (text) => readExpression(text, inside));
      } finally {
        open.delete(mark);
      }
    },
    local(name) {
      const locals = stack.definition['locals'] as Readonly<Record<string, unknown>> | undefined;
      if (locals?.[name] === undefined || open.has(`${stack.name}/local/${name}`))
        return new Unresolved(`local.${name}`);
      open.add(`${stack.name}/local/${name}`);
      try {
        return readDeep(locals[name], (text) => readExpression(text, scope));
      } finally {
        open.delete(`${stack.name}/local/${name}`);
      }
    },
  };
  return scope;
}

function variableDefault(stack: EmittedStack, name: string): Value {
  const variable = stack.definition.variable?.[name] as { default?: unknown } | undefined;
  return variable?.default as Value;
}
