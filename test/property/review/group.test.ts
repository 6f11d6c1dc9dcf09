import fc from 'fast-check';
import type { Change } from '../../../review/change';
import { group, ungroup } from '../../../review/group';
import { randomChange } from '../../support/random-review';

const facts = new Map(
  ['hebei', 'guangxi/liuzhou', 'qinghai', 'suizhou'].map((id, index) => [
    id,
    { adcode: `13000${index}`, name: `省${index}`, domain: `${id.replace('/', '.')}.gov.example` },
  ]),
);

const sorted = (changes: readonly Change[]) => changes.map((one) => JSON.stringify(one)).sort();

test('groups give back every change as it was', () => {
  fc.assert(
    fc.property(fc.array(randomChange, { maxLength: 40 }), (changes) => {
      expect(sorted(ungroup(group(changes, facts)))).toEqual(sorted(changes));
    }),
    { numRuns: 500 },
  );
});

test('one change in several environments, with their own names and addresses, is one group', () => {
  const change = (environment: string, index: number): Change => {
    const own = facts.get(environment);
    return {
      environment,
      lane: 1,
      rank: 0,
      kind: 'flow',
      subject: `${own?.name} → internet/dmz`,
      what: { en: `opens ${own?.domain}`, zh: `开通 ${own?.domain}` },
      place: `environments/${environment}/flows.yaml:${index + 3}:1`,
      opened: {
        services: 'tcp/443',
        witness: { source: `10.${index}.0.9`, destination: `2001:db8:${index}::5`, service: 'tcp/443' },
      },
      resources: [
        { stack: 'planes', address: `rule.dmz_ingress-tcp_443-10-${index}-0-0_24`, action: 'add', attributes: [] },
      ],
    };
  };
  const changes = [...facts.keys()].map(change);
  expect(group(changes, facts).map(({ members }) => members.length)).toEqual([4]);
});

test('a different service, or two addresses that were one, is another group', () => {
  const base: Change = {
    environment: 'hebei',
    lane: 1,
    rank: 0,
    kind: 'flow',
    subject: 'a 10.0.0.1 10.0.0.1',
    what: { en: 'x', zh: 'x' },
    resources: [],
  };
  const changes = [base, { ...base, subject: 'a 10.0.0.1 10.0.0.2' }, { ...base, kind: 'tier' }];
  expect(group(changes, facts)).toHaveLength(3);
});
