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

describe('what is not known', () => {
  const outsiders = () => pair('ingress tcp 100-200 10.1.16.0/24').adopt('networking_secgroup', 'theirs');
  const placed = (cloud: SmallCloud, ...groups: string[]) =>
    cloud.add('networking_port', 'finance-db-1', {
      network_id: id('networking_network', 'finance-db'),
      fixed_ip: [{ ip_address: '10.1.17.11' }],
      security_group_ids: groups,
      tenant_id: 'finance-extranet',
    });
  const known = [id('networking_secgroup', 'finance-db')];
  const doubtful = [...known, id('networking_secgroup', 'theirs').replace('{', '{data.')];

  it('is told where it was known before, and again where it becomes known', () => {
    const [before, after] = [placed(outsiders(), ...known), placed(outsiders(), ...doubtful)];
    const told = (one: ReturnType<typeof diff>) =>
      one.find(({ from, to }) => from === 'finance/budget/app' && to === 'finance/budget/db');
    const doubted = told(diff(before, after));
    expect(doubted?.kind).toBe('widened');
    expect(doubted?.doubted?.services).toBe('tcp/1-99, tcp/201-999');
    const settled = told(diff(after, before));
    expect(settled?.kind).toBe('narrowed');
    expect(settled?.settled?.services).toBe('tcp/1-99, tcp/201-999');
    expect(diff(after, after)).toEqual([]);
  });

  it('of packets that could pass before and after is told by itself', () => {
    const open = outsiders().open('open', 'ingress any', 'ingress any - ::/0');
    const certain = placed(open, ...known, id('networking_secgroup', 'open'));
    const doubted = placed(outsiders(), ...doubtful);
    const kinds = (before: SmallCloud, after: SmallCloud) => [...new Set(diff(before, after).map((one) => one.kind))];
    expect(kinds(certain, doubted)).toContain('doubted');
    expect(kinds(doubted, certain)).toContain('settled');
  });

  it('and could be anywhere leaves no change proved, and says on which side it is', () => {
    const strange = pair().add('openstack_networking_wormhole_v9', 'w', {});
    const missing = (before: SmallCloud, after: SmallCloud) => semanticDiff(side(before), side(after)).missing;
    expect(missing(pair(), pair())).toEqual([]);
    expect(missing(pair(), strange).map((one) => one.side)).toEqual(['after']);
    expect(missing(strange, pair()).map((one) => one.side)).toEqual(['before']);
    expect(missing(strange, strange).map((one) => one.side)).toEqual(['both']);
  });
});
