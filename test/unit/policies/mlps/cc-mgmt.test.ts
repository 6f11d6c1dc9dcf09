import { ccMgmt } from '../../../../policies/mlps/cc-mgmt';
import { verdictOf } from '../../../support/policies/judged';
import { judgedGovernment } from '../../../support/policies/judged-government';
import { GovernmentCloud } from '../../proof/government-cloud';
import { id } from '../../proof/small-cloud';

const joined = (subnet: string) =>
  new GovernmentCloud().add('networking_router_interface', 'more', {
    router_id: id('networking_router', 'finance-extranet'),
    subnet_id: id('networking_subnet', subnet),
  });

test('no router of a department has a leg in the management plane', () => {
  expect(verdictOf(judgedGovernment(ccMgmt))).toEqual(['pass']);
});

test('a router with a leg there', () => {
  expect(judgedGovernment(ccMgmt, joined('ops')).status).toBe('fail');
});

test('a router with a leg in another department is another policy’s matter', () => {
  expect(verdictOf(judgedGovernment(ccMgmt, joined('health-app')))).toEqual(['pass']);
});
