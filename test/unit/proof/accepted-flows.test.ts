import { acceptedSets } from '../../../cli/proof/accepted-sets';
import type { PortRange } from '../../../model/flow';
import type { AcceptedFlowSet } from '../../../proof/judge/accepted-flows';
import { Case } from '../../../proof/judge/case';
import { prove, proveCase } from '../../../proof/prove';
import { GovernmentCloud, governmentIntent, tcp } from './government-cloud';
import { ovn } from './small-cloud';

/** The clinic may speak to the application of the finance department, which no flow allows. */
const open = () =>
  new GovernmentCloud()
    .rule('health-app', 'egress tcp 7-9 10.1.16.0/24')
    .rule('finance-app', 'ingress tcp 7-9 10.1.32.0/24', { description: 'F10 app-to-db' });

const accept = (statement: string, ...ports: PortRange[]): AcceptedFlowSet => {
  const [from, to] = ['health/clinic/app', 'finance/budget/app'];
  return { statement, from, to, ports, place: 'waivers.yaml:1:1' };
};

function judged(...sets: AcceptedFlowSet[]) {
  const { statements, unneeded } = prove(open().world(), governmentIntent, ovn, sets);
  const of = (id: string) => statements.find((one) => one.id === id);
  return { tenant: of('TENANT finance'), else: of('NOTHING-ELSE'), unneeded };
}

describe('an accepted flow set', () => {
  it('is taken out of the statement that it names, and of no other', () => {
    const { tenant, else: other, unneeded } = judged(accept('TENANT finance', tcp(7, 9)));
    expect([tenant?.verdict, other?.verdict]).toEqual(['PROVED', 'VIOLATED']);
    expect(unneeded).toEqual([]);
  });

  it('is judged the same in a case that was proved without it before', () => {
    const [asked, sets] = [new Case(open().world(), governmentIntent, ovn), [accept('NOTHING-ELSE', tcp(7, 8))]];
    const without = proveCase(asked);
    expect(proveCase(asked.accepting(sets))).toEqual(prove(open().world(), governmentIntent, ovn, sets));
    expect(proveCase(asked)).toEqual(without);
  });

  it('that leaves a port out leaves the violation, with a packet to that port', () => {
    const { tenant } = judged(accept('TENANT finance', tcp(7, 8)));
    expect(tenant?.verdict).toBe('VIOLATED');
    expect(tenant?.violations[0]?.packet?.service).toBe('tcp/9');
  });

  it('between other ends covers nothing', () => {
    const other = { ...accept('TENANT finance', tcp(7, 9)), from: 'finance/budget/db' };
    const { tenant, unneeded } = judged(other);
    expect(tenant?.verdict).toBe('VIOLATED');
    expect(unneeded).toEqual([{ set: other, beyond: 'tcp/7-9', isUnused: true }]);
  });

  it('that covers more than passes is told with the rest', () => {
    const set = accept('TENANT finance', tcp(7, 12));
    expect(judged(set).unneeded).toEqual([{ set, beyond: 'tcp/10-12', isUnused: false }]);
  });
});

test('a waiver accepts flows of the statement that it names, until it ends', () => {
  const waiver = {
    policy: 'CLD-TENANT',
    at: ['statement TENANT finance', 'tier finance/budget/app'],
    flows: { from: 'a', to: 'b', ports: tcp(7) },
    reason: 'r',
    owner: 'o',
    approver: 'p',
    ticket: 't',
    until: '2027-01-31',
    place: (field?: string) => `waivers.yaml:${field}`,
  };
  const set = { statement: 'TENANT finance', from: 'a', to: 'b', ports: [tcp(7)], place: 'waivers.yaml:flows' };
  expect(acceptedSets([waiver], '2027-01-31')).toEqual([set]);
  expect(acceptedSets([waiver], '2027-02-01')).toEqual([]);
  const { flows: _flows, ...whole } = waiver;
  expect(acceptedSets([whole], '2027-01-31')).toEqual([]);
});
