import { type WaivedProof, waivedProof, waiverLines } from '../../../../cli/proof/waived-proof';
import type { Waiver } from '../../../../policies/waivers/waiver';
import { Case } from '../../../../proof/judge/case';
import { proveCase } from '../../../../proof/prove';
import { GovernmentCloud, governmentIntent, tcp } from '../../proof/government-cloud';
import { ovn } from '../../proof/small-cloud';

/** The clinic may speak to the application of the finance department, which no flow allows. */
const cloud = new GovernmentCloud()
  .rule('health-app', 'egress tcp 7-9 10.1.16.0/24')
  .rule('finance-app', 'ingress tcp 7-9 10.1.32.0/24', { description: 'F10 app-to-db' });
const asked = new Case(cloud.world(), governmentIntent, ovn);
const asIs = proveCase(asked);

const waiver = (statement: string, from: number, to: number, values: Partial<Waiver> = {}): Waiver => ({
  policy: 'CLD-TENANT',
  at: [`statement ${statement}`],
  flows: { from: 'health/clinic/app', to: 'finance/budget/app', ports: tcp(from, to) },
  reason: 'r',
  owner: 'o',
  approver: 'p',
  ticket: 'OPS-7',
  until: '2027-01-31',
  place: (field) => `waivers.yaml:${field}`,
  ...values,
});

const told = (proof: WaivedProof) => waiverLines(proof, 'en');
const verdictOf = (proof: WaivedProof, id: string) => proof.statements.find((one) => one.id === id)?.verdict;

test('a flow set that passes and is accepted is told with its ticket, its last day and its place', () => {
  const proof = waivedProof(asked, asIs, [waiver('TENANT finance', 7, 9)], '2027-01-31');
  expect([verdictOf(proof, 'TENANT finance'), verdictOf(proof, 'NOTHING-ELSE')]).toEqual(['PROVED', 'VIOLATED']);
  expect(told(proof)).toEqual([
    '~ TENANT finance · health/clinic/app → finance/budget/app · tcp/7-9: accepted by OPS-7 until 2027-01-31 (waivers.yaml:flows)',
  ]);
});

test('a waiver that ended accepts nothing, and is told', () => {
  const proof = waivedProof(asked, asIs, [waiver('TENANT finance', 7, 9)], '2027-02-01');
  expect(verdictOf(proof, 'TENANT finance')).toBe('VIOLATED');
  expect(told(proof)).toEqual([
    '! TENANT finance · health/clinic/app → finance/budget/app: no longer accepted, OPS-7 ended on 2027-01-31 (waivers.yaml:flows)',
  ]);
});

test('a waiver of which nothing passes is told, and nothing is called accepted', () => {
  const proof = waivedProof(asked, asIs, [waiver('TENANT finance', 20, 21)], '2027-01-01');
  expect(proof.accepted).toEqual([]);
  expect(told(proof)).toEqual([
    '! waivers.yaml:flows: the waiver of TENANT finance accepts tcp/20-21 from health/clinic/app to finance/budget/app, which does not pass',
  ]);
});

test('a waiver of which a part passes is told as both', () => {
  const proof = waivedProof(asked, asIs, [waiver('TENANT finance', 9, 10)], '2027-01-01');
  expect(told(proof).map((line) => line[0])).toEqual(['~', '!']);
  expect(verdictOf(proof, 'TENANT finance')).toBe('VIOLATED');
});

test('without waivers of flows the proof is the same', () => {
  const { flows: _flows, ...whole } = waiver('TENANT finance', 7, 9);
  expect(waivedProof(asked, asIs, [whole], '2027-01-01')).toEqual({ ...asIs, accepted: [], ended: [] });
});
