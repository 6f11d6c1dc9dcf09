import type { Design } from '../../../model/design/design';
import type { EmittedStack } from '../../../model/emitted-stack';
import { emitStacks } from '../../../stacks/emit-stacks';
import { StackParts } from '../../../stacks/stack-parts';
import { design, tenant } from '../../support/design-fixture';

const [finance, health] = [tenant('finance', 5), tenant('health', 6)];
const both = design([finance, health]);
/** Names of the stacks that another design has in common with `both`, and which are made anew. */
function anew(other: Design): string[] {
  const known = new Map<string, EmittedStack>();
  const before = new Set(emitStacks(both, known));
  const stacks = emitStacks(other, known);
  expect(stacks).toEqual(emitStacks(other));
  return stacks.flatMap((stack) => (before.has(stack) ? [] : [stack.name]));
}

test('a stack is made of the platform and of its own department, and of no other', () => {
  const parts = new StackParts(both);
  const tenants = both.stacks.map((stack) => [stack.key, parts.of(stack).tenants.map(({ key }) => key)]);
  expect(Object.fromEntries(tenants)).toEqual({
    foundation: [],
    gap: [],
    planes: [],
    'tenant-finance': ['finance'],
    'tenant-health': ['health'],
  });
});

test('stacks of the same parts are the same, and not made anew', () => {
  expect(anew(structuredClone(both))).toEqual([]);
});

test('a department that changes makes its own stack anew, and so does a line that moves', () => {
  expect(anew(design([{ ...finance, name: '财政局' }, health]))).toEqual(['tenant-finance']);
  expect(anew(design([finance, { ...health, place: 'elsewhere.yaml:9:1' }]))).toEqual(['tenant-health']);
});

test('a platform that changes makes every stack anew', () => {
  expect(anew({ ...both, name: 'another' }).sort()).toEqual([
    'foundation',
    'gap',
    'planes',
    'tenant-finance',
    'tenant-health',
  ]);
});
