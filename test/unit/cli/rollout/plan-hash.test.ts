import { changeHashes, changesOf, isPartOf, type PlanFile, planHash } from '../../../../cli/rollout/plan-hash';

const change = (address: string, action = 'create') => ({ address, action });
const plan = (stacks: PlanFile['stacks'], own: Partial<PlanFile> = {}): PlanFile => ({
  environment: 'hebei',
  input: 'i',
  egov: '1',
  engine: '2',
  cloud: 'c',
  stacks,
  ...own,
});
const two = plan([
  { name: 'a', changes: [change('x'), change('y')] },
  { name: 'b', changes: [change('z', 'update')] },
]);

test.each([
  ['environment', { environment: 'hainan' }],
  ['description', { input: 'j' }],
  ['toolkit', { egov: '1.1' }],
  ['engine', { engine: '3' }],
  ['cloud', { cloud: 'd' }],
])('a plan of another %s is another plan, and no part of it', (_, own) => {
  const other = plan(two.stacks, own);
  expect(planHash(other)).not.toBe(planHash(two));
  expect(isPartOf(other, changeHashes(two))).toBe(false);
});

test('a further change, another action and another stack are no part', () => {
  const reviewed = changeHashes(two);
  expect(isPartOf(plan([{ name: 'a', changes: [change('w')] }]), reviewed)).toBe(false);
  expect(isPartOf(plan([{ name: 'a', changes: [change('x', 'delete')] }]), reviewed)).toBe(false);
  expect(isPartOf(plan([{ name: 'b', changes: [change('x')] }]), reviewed)).toBe(false);
});

test('what is left of a plan is a part of it, and so is nothing', () => {
  expect(isPartOf(plan([{ name: 'a', changes: [change('y')] }]), changeHashes(two))).toBe(true);
  expect(isPartOf(plan([]), changeHashes(two))).toBe(true);
});

test('the order of stacks does not matter, the changes are counted', () => {
  expect(planHash(plan([...two.stacks].reverse()))).toBe(planHash(two));
  expect(changesOf(two)).toBe(3);
});

/** A killed engine had made the flavor and had not yet written its properties. */
test('the rest of what was being made is a part; a change of what only stands there, or a replacement, is none', () => {
  const reviewed = changeHashes(plan([{ name: 'a', changes: [change('x', 'add'), change('y', 'add')] }]));
  const rest = (action: string, imports?: readonly string[]) =>
    isPartOf(plan([{ name: 'a', changes: [change('x', action)], ...(imports && { imports }) }]), reviewed);
  expect(rest('change', ['x'])).toBe(true);
  expect([rest('change'), rest('change', ['y']), rest('replace', ['x']), rest('destroy', ['x'])]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
