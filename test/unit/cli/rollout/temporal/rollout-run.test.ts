import { codeQueue, workQueue } from '../../../../../cli/rollout/temporal/rollout-run';

const member = { id: 'guangxi/liuzhou', adcode: '450223' };
const of = (queue: string) => workQueue({ egov: '1.2.3', queue }, member);

test('a queue is one of the environment, of its city, or of its province, and of one version', () => {
  expect(of('{env}')).toBe('egov-work@1.2.3/guangxi/liuzhou');
  expect(of('{city}')).toBe('egov-work@1.2.3/450200');
  expect(of('{province}')).toBe('egov-work@1.2.3/450000');
  expect(codeQueue('1.2.3')).toBe('egov-rollout@1.2.3');
});
