import { formatProblem } from '../../../../model/problem';
import type { Judgement } from '../../../../policies/judgement';
import { hostMgmt } from '../../../../policies/mlps/host-mgmt';
import type { Policy } from '../../../../policies/policy';
import { applyWaivers } from '../../../../policies/waivers/apply-waivers';
import type { Waiver } from '../../../../policies/waivers/waiver';
import { judgedStack, TODAY } from '../../../support/policies/judged';
import { waiverOf } from '../../../support/policies/waiver-of';
import { id, SmallCloud } from '../../proof/small-cloud';

const SERVER = 'openstack_networking_port_v2.server';

function judgement(...rules: string[]): Judgement {
  const cloud = new SmallCloud()
    .network('edge', '203.0.113.0/24', { external: true })
    .network('inside', '10.0.0.0/24')
    .open('web', ...rules)
    .port('server', 'inside', '10.0.0.10', ['web'])
    .router('r', ['inside'], { external_network_id: id('networking_network', 'edge'), enable_snat: false });
  return judgedStack(hostMgmt, cloud.stack());
}

const ssh = judgement('ingress tcp 22 198.51.100.0/24');

function applied(one: Judgement, waivers: readonly Waiver[], asOf = TODAY) {
  const { judgements, problems, warnings } = applyWaivers([one], waivers, { asOf, known: ['HOST-MGMT', 'NET-RED'] });
  const told = (list: typeof problems) =>
    list.map((problem) => formatProblem(problem).split('\n  ').slice(0, 2).join(' · '));
  return { status: judgements[0]?.status, problems: told(problems), warnings: told(warnings) };
}

const whole = waiverOf({ policy: 'HOST-MGMT', at: [SERVER] });

test('a waiver of the policy and the thing covers its only finding', () => {
  expect(applied(ssh, [whole])).toEqual({
    status: 'waived',
    problems: [],
    warnings: ['WAIVER_ENDING waivers.yaml:1:until · the waiver of HOST-MGMT ends on 2026-12-24, in 29 days'],
  });
});

test('the finding carries the ticket of its waiver, and keeps its fingerprint', () => {
  const { judgements } = applyWaivers([ssh], [whole], { asOf: TODAY, known: ['HOST-MGMT'] });
  expect(judgements[0]?.findings).toMatchObject([
    { status: 'waived', waiver: 'T-1', fingerprint: ssh.findings[0]?.fingerprint },
  ]);
});

test.each([
  ['an unknown policy', { policy: 'HOST-MGNT' }, 'WAIVER_POLICY waivers.yaml:1:policy · there is no policy HOST-MGNT'],
  ['another thing', { at: ['other'] }, 'WAIVER_UNUSED waivers.yaml:1:at · HOST-MGMT finds nothing at other'],
  [
    'another finding of the thing',
    { fingerprint: '0123456789ab' },
    `WAIVER_UNUSED waivers.yaml:1:at · HOST-MGMT finds nothing at ${SERVER}`,
  ],
  [
    'a day that is over',
    { until: '2026-11-24' },
    'WAIVER_EXPIRED waivers.yaml:1:until · the waiver of HOST-MGMT ended on 2026-11-24; today is 2026-11-25',
  ],
  [
    'a term beyond that of its severity',
    { until: '2026-12-26' },
    'WAIVER_TERM waivers.yaml:1:until · until 2026-12-26 is too long for a critical finding: 30 days end on 2026-12-25',
  ],
  [
    'a day that there is not',
    { until: '2026-11-31' },
    'WAIVER_DATE waivers.yaml:1:until · 2026-11-31 is no day of the calendar',
  ],
  [
    'a clause that the finding is not about',
    { clause: '8.1.2.1 e' },
    'WAIVER_CLAUSE waivers.yaml:1:clause · the finding is about 8.1.4.4 c, not about 8.1.2.1 e',
  ],
])('%s covers nothing, and is a problem', (_, values, problem) => {
  const { status, problems } = applied(ssh, [waiverOf({ policy: 'HOST-MGMT', at: [SERVER], ...values })]);
  expect([status, problems]).toEqual(['fail', [problem]]);
});

test('a critical finding is not waived without something that compensates', () => {
  const { compensating: _, ...bare } = whole;
  expect(applied(ssh, [bare])).toMatchObject({
    status: 'fail',
    problems: ['WAIVER_COMPENSATING waivers.yaml:1:whole · HOST-MGMT is critical, and nothing compensates for it'],
  });
});

test('the last day counts, the next one does not', () => {
  expect(applied(ssh, [whole], '2026-12-24').status).toBe('waived');
  expect(applied(ssh, [whole], '2026-12-25').status).toBe('fail');
});

const flows = (from: string, ports = 22) => ({
  from,
  to: SERVER,
  ports: { protocol: 'tcp' as const, from: ports, to: ports },
});

test.each([
  ['the very set', flows('198.51.100.0/24')],
  ['a wider block', flows('198.51.0.0/16')],
  ['whatever that end sends', flows('outside of edge')],
])('flows cover a finding that lies within them: %s', (_, set) => {
  expect(applied(ssh, [{ ...whole, flows: set }]).status).toBe('waived');
});

test.each([
  ['a narrower block', flows('198.51.100.0/25')],
  ['another port', flows('198.51.100.0/24', 3389)],
  ['another receiver', { ...flows('198.51.100.0/24'), to: 'openstack_networking_port_v2.other' }],
  ['another sender', flows('outside of backbone')],
])('flows do not cover what reaches beyond them: %s', (_, set) => {
  expect(applied(ssh, [{ ...whole, flows: set }])).toMatchObject({
    status: 'fail',
    problems: [
      `WAIVER_UNUSED waivers.yaml:1:at · HOST-MGMT at ${SERVER} is more than the waiver names: outside of edge → ${SERVER}, 198.51.100.0/24, tcp/22`,
    ],
  });
});

test('a rule that is widened later is no longer covered by the flows that were approved', () => {
  const wider = judgement('ingress tcp 22 198.51.100.0/24', 'ingress tcp 22 192.0.2.1/32');
  expect(applied(wider, [{ ...whole, flows: flows('198.51.100.0/24') }]).status).toBe('fail');
});

const twice: Policy = {
  ...hostMgmt,
  check: () => {
    const thing = { key: SERVER, place: SERVER, mlps: 3 };
    const found = ['a', 'b'].map((about) => ({ thing, about, message: { en: about, zh: about } }));
    return { looked: [thing], found };
  },
};

test('of two findings at one thing a waiver must say which', () => {
  const two = judgedStack(twice, new SmallCloud().group('web').stack());
  expect(applied(two, [whole])).toMatchObject({
    status: 'fail',
    problems: [
      `WAIVER_BROAD waivers.yaml:1:at · HOST-MGMT has 2 findings at ${SERVER}, and the waiver does not say which`,
    ],
  });
  const named = two.findings.map((one) => ({ ...whole, fingerprint: one.fingerprint }));
  expect(applied(two, named.slice(0, 1)).status).toBe('fail');
  expect(applied(two, named)).toMatchObject({ status: 'waived', problems: [] });
});

test('a policy that was not asked in this run leaves its waivers alone', () => {
  expect(applied(ssh, [waiverOf({ policy: 'NET-RED', at: ['x'] })])).toMatchObject({ status: 'fail', problems: [] });
});
