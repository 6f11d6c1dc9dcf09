import { addedFields, fieldNames, ownerOf } from '../../../../deployment/kubernetes/field-owners';
import type { FieldTree, LiveObject, ManagedFields } from '../../../../engines/pulumi/pulumi-change';

const tree = (value: object): FieldTree => value as FieldTree;
const entry = (manager: string, fields: object, more: Partial<ManagedFields> = {}): ManagedFields => ({
  manager,
  operation: 'Update',
  fieldsV1: tree(fields),
  ...more,
});
const object = (...managedFields: ManagedFields[]): LiveObject => ({
  __fieldManager: 'pulumi-1',
  metadata: { managedFields },
});
const own = entry('pulumi-1', { 'f:spec': { 'f:podSelector': {}, 'f:policyTypes': {} } });

test('a field beside the declared ones is told with its manager', () => {
  const patched = entry('kubectl-patch', { 'f:spec': { 'f:ingress': {} } });
  expect(addedFields(object(own, patched), {})).toEqual([{ path: 'spec.ingress', manager: 'kubectl-patch' }]);
});

test('metadata, the status, subresources and controllers add nothing', () => {
  const others = [
    entry('someone', { 'f:metadata': { 'f:labels': { 'f:a': {} } }, 'f:status': { 'f:ready': {} } }),
    entry('autoscaler', { 'f:spec': { 'f:replicas': {} } }, { subresource: 'scale' }),
    entry('kube-controller-manager', { 'f:spec': { 'f:finalizers': {} } }),
  ];
  expect(addedFields(object(own, ...others), {})).toEqual([]);
});

test('a declared field that somebody else sets too is no addition', () => {
  expect(
    addedFields(object(own, entry('someone', { 'f:spec': { 'f:podSelector': { 'f:matchLabels': {} } } })), {}),
  ).toEqual([]);
});

test('a declared field is none of whoever changed it last, and what he put beside it is', () => {
  const declared = { metadata: { name: 'quota' }, spec: { hard: { pods: '5' }, scopes: ['BestEffort'] } };
  const taken = (fields: object) => object(entry('pulumi-1', {}), entry('kubectl-patch', { 'f:spec': fields }));
  expect(addedFields(taken({ 'f:hard': { 'f:pods': {} }, 'f:scopes': {} }), declared)).toEqual([]);
  expect(addedFields(taken({ 'f:hard': { 'f:pods': {}, 'f:cpu': {} } }), declared)).toEqual([
    { path: 'spec.hard.cpu', manager: 'kubectl-patch' },
  ]);
});

test('the owner of a changed field is the last who set it, other than Pulumi', () => {
  const hard = { 'f:spec': { 'f:hard': { 'f:requests.cpu': {} } } };
  const owners = object(
    entry('pulumi-1', hard),
    entry('early', hard, { time: '2026-01-01T00:00:00Z' }),
    entry('late', hard, { time: '2026-02-01T00:00:00Z' }),
  );
  expect(ownerOf(owners, 'spec.hard["requests.cpu"]')).toBe('late');
  expect(ownerOf(owners, 'spec.scopes')).toBeUndefined();
});

test('items of lists are found by their keys, whatever their number', () => {
  const item = { 'k:{"name":"web"}': { 'f:image': {} } };
  const changed = object(entry('kubectl-edit', { 'f:spec': { 'f:containers': item } }));
  expect(ownerOf(changed, 'spec.containers[0].image')).toBe('kubectl-edit');
});

test('names with dots are one name', () => {
  expect(fieldNames('spec.hard["requests.cpu"]')).toEqual(['spec', 'hard', 'requests.cpu']);
});
