import { settledState } from '../../../../engines/pulumi/pending-operations';

const object = (name: string, namespace?: string) => ({
  urn: `urn:pulumi:hebei-extranet::egov::kubernetes:core/v1:ConfigMap::${name}`,
  type: 'kubernetes:core/v1:ConfigMap',
  custom: true,
  inputs: { metadata: { name, ...(namespace !== undefined && { namespace }) } },
});
const pending = (type: string, resource: object) => ({ type, resource: resource as ReturnType<typeof object> });

test('a state in which nothing is pending stays as it is', () => {
  expect(settledState({ resources: [object('a')] })).toBeUndefined();
  expect(settledState({ resources: [object('a')], pending_operations: [] })).toBeUndefined();
});

test('what was being made counts as made, in its namespace or in none', () => {
  const made = object('made');
  const settled = settledState({
    resources: [made],
    pending_operations: [pending('creating', object('quota', 'finance')), pending('creating', object('role'))],
  });
  const [quota, role] = [object('quota', 'finance'), object('role')];
  expect(settled).toEqual({
    resources: [
      made,
      { ...quota, id: 'finance/quota', outputs: quota.inputs },
      { ...role, id: 'role', outputs: role.inputs },
    ],
  });
});

test('what was being changed or taken away is in the state already, and nothing is in it twice', () => {
  const made = object('made');
  const { inputs: _, ...nameless } = object('nameless');
  expect(
    settledState({
      resources: [made],
      pending_operations: [
        pending('updating', made),
        pending('deleting', made),
        pending('creating', made),
        pending('creating', nameless),
        pending('creating', { ...object('group'), type: 'egov:kubernetes:TenantNamespace' }),
      ],
    }),
  ).toEqual({ resources: [made] });
});

test('of an object that was begun twice one is kept', () => {
  const twice = pending('creating', object('a'));
  expect(settledState({ pending_operations: [twice, twice] })?.resources).toHaveLength(1);
});
