import type { EngineEvent, OpType } from '@pulumi/pulumi/automation';
import { addressOf, objectChanges } from '../../../../engines/pulumi/pulumi-change';

const urn = (type: string, name: string): string =>
  `urn:pulumi:hebei-extranet::egov::egov:kubernetes:X$${type}::${name}`;
const step = (op: string, type: string, name: string, detailedDiff?: object): EngineEvent =>
  ({
    sequence: 0,
    timestamp: 0,
    resourcePreEvent: { metadata: { op: op as OpType, urn: urn(type, name), type, detailedDiff } },
  }) as EngineEvent;

test('components and providers are no objects, and what stays as it is changes nothing', () => {
  const events = [
    step('create', 'egov:kubernetes:TenantNamespace', 'a'),
    step('create', 'pulumi:providers:kubernetes', 'default'),
    step('same', 'kubernetes:core/v1:Namespace', 'a'),
  ];
  expect(objectChanges(events)).toEqual([]);
});

test('the three steps of a replacement are one change', () => {
  const events = ['create-replacement', 'replace', 'delete-replaced'].map((op) =>
    step(op, 'kubernetes:apps/v1:Deployment', 'a/web', { 'spec.selector': {} }),
  );
  expect(objectChanges(events)).toEqual([
    {
      address: 'apps/v1:Deployment a/web',
      type: 'kubernetes:apps/v1:Deployment',
      action: 'replace',
      fields: ['spec.selector'],
    },
  ]);
});

test('an operation that is not known is no silence', () => {
  expect(() => objectChanges([step('teleport', 'kubernetes:core/v1:Pod', 'a')])).toThrow(/an operation teleport/);
});

test('an address is what a person looks for: type and name', () => {
  expect(addressOf(urn('kubernetes:core/v1:Namespace', 'finance-budget-prod'))).toBe(
    'core/v1:Namespace finance-budget-prod',
  );
});
