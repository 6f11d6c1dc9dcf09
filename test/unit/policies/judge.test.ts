import { judge, worstFirst } from '../../../policies/judge';
import { aclState } from '../../../policies/mlps/acl-state';
import { lookAtEach, type Policy } from '../../../policies/policy';
import { Subject } from '../../../policies/subject';
import { readStacks } from '../../../proof/reading/read-stacks';
import { judged, judgedStack, TODAY } from '../../support/policies/judged';
import { SmallCloud } from '../proof/small-cloud';

const everyGroup: Policy = {
  id: 'EVERY-GROUP',
  title: { en: 'no groups', zh: '无安全组' },
  standard: 'house rules 1',
  controls: [],
  severity: 'low',
  scope: 'resources',
  why: { en: 'for the test', zh: '测试' },
  fix: { en: 'remove it', zh: '删除' },
  check: ({ resources }) =>
    lookAtEach(resources.ofType('openstack_networking_secgroup_v2'), () => ({ en: 'a group', zh: '安全组' })),
};

test('a policy that throws is an error, never silence', () => {
  const broken: Policy = {
    ...everyGroup,
    check: () => {
      throw new Error('no such attribute');
    },
  };
  expect(judgedStack(broken, new SmallCloud().group('web').stack())).toMatchObject({
    status: 'error',
    reason: { en: 'the policy broke: no such attribute' },
    findings: [{ status: 'error', policy: 'EVERY-GROUP', message: { en: 'the policy broke: no such attribute' } }],
  });
});

test('what a door does not have is not asked, and says why', () => {
  expect(judged(everyGroup, {})).toMatchObject({
    status: 'not-applicable',
    reason: { en: 'no OpenStack resources to look at' },
  });
});

test('a finding is judged at the level of its system: tags, else what it refers to, else its project, else the platform', () => {
  const project = { tenant_id: `\${openstack_identity_project_v3.finance.id}` };
  const cloud = new SmallCloud()
    .add('openstack_identity_project_v3', 'finance')
    .group('tagged', { tags: ['mlps:4'], ...project })
    .group('baseline', project)
    .group('low', { tags: ['mlps:2'] })
    .group('platform')
    .rule('low', 'ingress tcp 443');
  const subject = new Subject({ table: readStacks([cloud.stack()]), asOf: TODAY });
  const levels = Object.fromEntries(subject.resources.all.map(({ key, mlps }) => [key.replace(/.*\./, ''), mlps]));
  expect(levels).toEqual({ finance: 4, tagged: 4, baseline: 4, low: 2, platform: 3, 'low-0': 2 });
});

test('a shared group takes the highest level of its project', () => {
  const project = { tenant_id: '5a7f' };
  const cloud = new SmallCloud()
    .group('a', { ...project, tags: ['mlps:2'] })
    .group('b', { ...project, tags: ['mlps:4'] })
    .group('shared', project);
  const subject = new Subject({ table: readStacks([cloud.stack()]), asOf: TODAY });
  expect(subject.resources.find('openstack_networking_secgroup_v2.shared')?.mlps).toBe(4);
});

test('a level without a clause is not asked: nothing is looked at and nothing found', () => {
  const policy = { ...everyGroup, clauses: { 3: ['8.1.1'] } };
  const cloud = new SmallCloud().group('low', { tags: ['mlps:2'] }).group('high', { tags: ['mlps:3'] });
  const { looked, findings } = judgedStack(policy, cloud.stack());
  expect([looked.map((one) => one.key), findings.map((one) => one.resource)]).toEqual([
    ['openstack_networking_secgroup_v2.high'],
    ['openstack_networking_secgroup_v2.high'],
  ]);
});

test('a fingerprint is of policy, thing and subject: neither the stack nor the line moves it', () => {
  const stack = new SmallCloud().group('web', { stateful: false }).stack('planes');
  const other = new SmallCloud().group('elsewhere').stack('foundation');
  const [alone, among, moved] = [
    judged(aclState, { table: readStacks([stack]) }),
    judged(aclState, { table: readStacks([stack, other]) }),
    judged(aclState, {
      table: readStacks([{ ...stack, places: { 'openstack_networking_secgroup_v2.web': 'a.yaml:9:1' } }]),
    }),
  ].map((one) => one.findings[0]);
  expect(alone?.fingerprint).toBe('1beff313cafc');
  expect([among?.fingerprint, moved?.fingerprint]).toEqual([alone?.fingerprint, alone?.fingerprint]);
  expect([alone?.place, moved?.place]).toEqual(['openstack_networking_secgroup_v2.web', 'a.yaml:9:1']);
});

test('the worst comes first', () => {
  const cloud = new SmallCloud().group('b').group('a');
  const of = (policy: Policy) => judge([policy], new Subject({ table: readStacks([cloud.stack()]), asOf: TODAY }))[0];
  const findings = [
    ...(of({ ...everyGroup, id: 'W', outcome: 'warn', severity: 'critical' })?.findings ?? []),
    ...(of({ ...everyGroup, id: 'L' })?.findings ?? []),
    ...(of({ ...everyGroup, id: 'H', severity: 'high' })?.findings ?? []),
  ];
  expect(worstFirst(findings).map((one) => `${one.policy} ${one.resource.slice(-1)}`)).toEqual([
    'H a',
    'H b',
    'L a',
    'L b',
    'W a',
    'W b',
  ]);
});
