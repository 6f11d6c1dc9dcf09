import { planeStore } from '../../../../policies/planes/plane-store';
import { verdictOf } from '../../../support/policies/judged';
import { judgedGovernment } from '../../../support/policies/judged-government';
import { GovernmentCloud } from '../../proof/government-cloud';

test('databases in the extranet', () => {
  expect(verdictOf(judgedGovernment(planeStore))).toEqual(['pass']);
});

test('an address of the data zone on a network of the internet plane', () => {
  const cloud = new GovernmentCloud().port('stray', 'finance-web', '10.1.17.90', [], { no_security_groups: true });
  expect(judgedGovernment(planeStore, cloud).status).toBe('fail');
});

test('one more web server there', () => {
  const cloud = new GovernmentCloud().port('more', 'finance-web', '10.2.16.90', ['finance-web'], {
    tenant_id: 'finance-internet',
  });
  expect(verdictOf(judgedGovernment(planeStore, cloud))).toEqual(['pass']);
});
