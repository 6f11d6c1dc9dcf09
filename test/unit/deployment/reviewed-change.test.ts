import { differences, type ReviewedChange, reviewedChanges } from '../../../deployment/reviewed-change';
import { PLACEHOLDER } from '../../../engines/stack-inputs';

const add = (address: string, after: unknown): ReviewedChange => ({ address, action: 'add', after });
const hole = `${PLACEHOLDER}planes.network_edge`;

test('a secret and what is known only later are left out', () => {
  const change = {
    actions: ['create'],
    after: { name: 'web', password: 'hunter2', tags: ['a', null] },
    after_unknown: { id: true },
    after_sensitive: { password: true },
  };
  const document = { resource_changes: [{ address: 'x.a', type: 'x', mode: 'managed', change }] };
  expect(reviewedChanges(document)).toEqual([add('x.a', { name: 'web', tags: ['a', null] })]);
});

test('a placeholder equals the id that takes its place, also inside of a list', () => {
  const reviewed = [add('x.a', { network: hole, fixed: [{ subnet: hole, ip: '10.0.0.1' }] })];
  const now = [add('x.a', { network: 'id-7', fixed: [{ subnet: 'id-8', ip: '10.0.0.1' }] })];
  expect(differences(reviewed, now)).toEqual([]);
});

test('a value that was unknown at the review may come; one that was known may not change', () => {
  expect(differences([add('x.a', { name: 'web' })], [add('x.a', { name: 'web', ref: 'r' })])).toEqual([]);
  expect(differences([add('x.a', { name: 'web' })], [add('x.a', { name: 'db' })])).toEqual([
    'x.a.name: "web" became "db"',
  ]);
});

test('what was not reviewed, does not happen, or became another action is said', () => {
  const now: ReviewedChange[] = [add('x.new', {}), { address: 'x.c', action: 'replace', after: {} }];
  const reviewed: ReviewedChange[] = [add('x.gone', {}), { address: 'x.c', action: 'change', after: {} }];
  expect(differences(reviewed, now)).toEqual([
    'x.c: change became replace',
    'x.gone: add does not happen',
    'x.new: add was not reviewed',
  ]);
});

test('a list with a placeholder may not grow', () => {
  expect(differences([add('x.a', { ids: [hole] })], [add('x.a', { ids: ['a', 'b'] })])).toEqual([
    'x.a.ids: 1 became 2 values',
  ]);
});
