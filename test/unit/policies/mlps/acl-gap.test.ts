import { aclGap } from '../../../../policies/mlps/acl-gap';
import { readStacks } from '../../../../proof/reading/read-stacks';
import { assuredDesign } from '../../../support/policies/assured-cloud';
import { judged, verdictOf } from '../../../support/policies/judged';
import { GovernmentCloud, governmentIntent } from '../../proof/government-cloud';

const design = { ...assuredDesign(), intent: governmentIntent };
const at = (cloud: GovernmentCloud, level: number) =>
  judged(aclGap, { design, table: readStacks([cloud.stack()]), level });

/** A server with a leg in each plane. */
const bridge = () => {
  const cloud = new GovernmentCloud();
  cloud.port('x', 'finance-app', '10.1.16.50', [], { device_id: 'x', no_security_groups: true });
  cloud.port('y', 'finance-web', '10.2.16.50', [], { device_id: 'x', no_security_groups: true });
  return cloud;
};

test('a gap device between the planes', () => {
  expect(verdictOf(at(new GovernmentCloud(), 4))).toEqual(['pass']);
});

test('a server between the planes', () => {
  expect(at(bridge(), 4).status).toBe('fail');
});

test('two legs in one plane are no crossing', () => {
  const cloud = new GovernmentCloud();
  cloud.port('x', 'finance-app', '10.1.16.50', ['finance-app'], { device_id: 'x' });
  cloud.port('y', 'finance-db', '10.1.17.50', ['finance-db'], { device_id: 'x' });
  expect(verdictOf(at(cloud, 4))).toEqual(['pass']);
});

test('the clause is one of level 4', () => {
  expect(verdictOf(at(bridge(), 3))).toEqual(['not-applicable']);
});
