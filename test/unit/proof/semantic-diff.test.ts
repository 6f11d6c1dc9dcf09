import { semanticDiff } from '../../../proof/semantic-diff';
import { GovernmentCloud, governmentIntent } from './government-cloud';
import { id, ovn, type SmallCloud } from './small-cloud';

const side = (cloud: SmallCloud) => ({ world: cloud.world(), driver: ovn, intent: governmentIntent });
const diff = (before: SmallCloud, after: SmallCloud) => semanticDiff(side(before), side(after)).changes;
const pair = (...rules: string[]) =>
  new GovernmentCloud().rules('finance-app', 'egress tcp 1-999 10.1.17.0/24').rules('finance-db', ...rules);

describe('a change of rules', () => {
  it('that only reorders, doubles, splits or merges them changes nothing', () => {
    const before = pair('ingress tcp 100-200 10.1.16.0/24');
    expect(diff(before, pair('ingress tcp 151-200 10.1.16.0/24', 'ingress tcp 100-150 10.1.16.0/24'))).toEqual([]);
    expect(diff(before, pair('ingress tcp 100-200 10.1.16.0/25', 'ingress tcp 100-200 10.1.16.128/25'))).toEqual([]);
    expect(diff(before, pair('ingress tcp 100-200 10.1.16.0/24', 'ingress tcp 100-200 10.1.16.0/24'))).toEqual([]);
    expect(diff(before, before)).toEqual([]);
  });

  it('that moves them to another group of the same ports changes nothing', () => {
    const both = ['finance-db', 'extra'];
    const values = { tenant_id: 'finance-extranet' };
    const moved = pair().group('extra').rules('extra', 'ingress tcp 100-200 10.1.16.0/24');
    for (const host of [1, 2]) moved.port(`finance-db-${host}`, 'finance-db', `10.1.17.1${host}`, both, values);
    expect(diff(pair('ingress tcp 100-200 10.1.16.0/24'), moved)).toEqual([]);
  });

  it('that widens a flow says by what, with a witness', () => {
    expect(diff(pair(), pair('ingress tcp 100-200 10.1.16.0/24'))).toEqual([
      {
        kind: 'widened',
        from: 'finance/budget/app',
        to: 'finance/budget/db',
        opened: {
          services: 'tcp/100-200',
          witness: { source: '10.1.16.11', destination: '10.1.17.11', service: 'tcp/100' },
        },
      },
    ]);
  });

  it('that narrows, adds or removes a flow says so', () => {
    const kinds = (before: SmallCloud, after: SmallCloud) =>
      diff(before, after).map((one) => `${one.kind} ${one.from} > ${one.to}`);
    expect(kinds(pair('ingress tcp 100-200 10.1.16.0/24'), pair('ingress tcp 100-150 10.1.16.0/24'))).toEqual([
      'narrowed finance/budget/app > finance/budget/db',
    ]);
    const opened = () =>
      new GovernmentCloud()
        .rule('health-app', 'egress tcp 7 10.1.16.0/24')
        .rule('finance-app', 'ingress tcp 7 10.1.32.0/24');
    expect(kinds(new GovernmentCloud(), opened())).toEqual(['added health/clinic/app > finance/budget/app']);
    expect(kinds(opened(), new GovernmentCloud())).toEqual(['removed health/clinic/app > finance/budget/app']);
  });

  it('about one of two ports tells that port only', () => {
    const after = new GovernmentCloud()
      .group('lone')
      .rules('lone', 'ingress tcp 5432 10.1.16.0/24', 'ingress tcp 5433 10.1.32.0/24', 'ingress tcp 5 10.1.16.0/24')
      .rule('finance-app', 'egress tcp 5 10.1.17.0/24')
      .port('finance-db-2', 'finance-db', '10.1.17.12', ['lone'], { tenant_id: 'finance-extranet' });
    expect(diff(new GovernmentCloud(), after).map((one) => [one.kind, one.opened?.witness.destination])).toEqual([
      ['widened', '10.1.17.12'],
    ]);
  });

  it('that gives a port a public address adds the way in', () => {
    const after = pair().add('networking_floatingip', 'f', {
      pool: 'internet-edge',
      address: '203.0.113.90',
      port_id: id('networking_port', 'finance-web-1'),
    });
    after.rule('finance-web', 'ingress tcp 9 0.0.0.0/0');
    expect(diff(pair(), after)).toContainEqual(
      expect.objectContaining({ kind: 'added', from: 'outside of internet-edge', to: 'finance/portal/web' }),
    );
  });
});
