import { decideGroups, type GroupPlace } from '../../../../model/design/decide-groups';
import { type DecidedEnd, flow, outsideEnd, port } from '../../../../model/design/ends';

const place: GroupPlace = {
  key: 'finance/budget/app',
  name: 'finance/budget/app',
  project: 'finance-extranet',
  description: 'flows of finance/budget/app',
  tags: ['dept:finance'],
  place: 'tenants/finance.yaml:9:7',
};
const app: DecidedEnd = {
  end: { label: place.key, prefixes: ['10.16.4.0/28', '2001:db8:16:4::/64'] },
  groups: [place.key],
};
const users = (count: number) =>
  outsideEnd(
    'users',
    Array.from({ length: count }, (_, n) => `10.1.${n}.0/24`),
  );
const entering = (count: number) => flow('x', 'F08', users(count), app, [port('tcp/443')], 'users', 'flows.yaml:1:1');
const groupsOf = (count: number) => decideGroups([place], [entering(count)]).get(place.key) ?? [];

describe('decideGroups', () => {
  it('keeps 50 rules in one group', () => {
    expect(groupsOf(50).map((group) => [group.key, group.rules.length])).toEqual([[place.key, 50]]);
  });

  it('splits more into groups of at most 50, named after the first, without losing or doubling a rule', () => {
    const groups = groupsOf(120);
    expect(groups.length).toBeGreaterThan(2);
    expect(groups.map((group) => group.key)).toEqual(
      groups.map((_, index) => (index === 0 ? place.key : `${place.key}.${index + 1}`)),
    );
    expect(groups.filter((group) => group.rules.length > 50)).toEqual([]);
    const remotes = groups.flatMap((group) => group.rules.map((rule) => rule.remotePrefix));
    expect(remotes.sort()).toEqual([...users(120).end.prefixes].sort());
  });

  it('leaves every other rule where it is when one comes', () => {
    const [before, after] = [groupsOf(120), groupsOf(121)];
    expect(after.length).toBe(before.length);
    const where = (groups: typeof before) =>
      new Map(groups.flatMap((group) => group.rules.map((rule) => [rule.key, group.key] as const)));
    const is = where(after);
    expect([...where(before)].filter(([rule, group]) => is.get(rule) !== group)).toEqual([]);
  });

  it('writes one rule for what two flows ask for alike, with the names of both', () => {
    const twice = [1, 2].map((n) =>
      flow(`f${n}`, 'F08', users(1), app, [port('tcp/443')], 'users', `flows.yaml:${n}:1`),
    );
    const [group] = decideGroups([place], twice).get(place.key) ?? [];
    expect(group?.rules).toEqual([
      {
        key: 'ingress tcp/443 10.1.0.0/24',
        direction: 'ingress',
        family: 4,
        protocol: 'tcp',
        ports: { from: 443, to: 443 },
        remotePrefix: '10.1.0.0/24',
        description: 'F08 f1 users; F08 f2 users',
        place: 'flows.yaml:1:1',
      },
    ]);
  });

  it('keeps a description within 255 characters, whole names first', () => {
    const long = 'p'.repeat(200);
    const two = ['a', 'b'].map((id) => flow(id, 'F08', users(1), app, [port('tcp/443')], long, 'flows.yaml:1:1'));
    const [group] = decideGroups([place], two).get(place.key) ?? [];
    expect(group?.rules.map((rule) => rule.description)).toEqual([`F08 a ${long}`]);
  });

  it('writes no rule for a family that an end has not, and no ports for ICMP', () => {
    const from = outsideEnd('users', ['10.1.0.0/24', '2001:db8:99::/48']);
    const only4 = { ...app, end: { ...app.end, prefixes: ['10.16.4.0/28'] } };
    const icmp = { protocol: 'icmp', from: 0, to: 255 } as const;
    const [group] =
      decideGroups([place], [flow('x', 'F08', from, only4, [icmp], 'p', 'flows.yaml:1:1')]).get(place.key) ?? [];
    expect(group?.rules.map(({ key, ports }) => ({ key, ports }))).toEqual([
      { key: 'ingress icmp 10.1.0.0/24', ports: undefined },
    ]);
  });
});
