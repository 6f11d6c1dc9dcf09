import { flows } from '../../../proof/flows';
import { GovernmentCloud, governmentIntent } from './government-cloud';
import { ovn } from './small-cloud';

const told = (cloud: GovernmentCloud, from?: string) =>
  flows(cloud.world(), governmentIntent, ovn, from).map(
    (one) => `${one.from} > ${one.to} ${one.services} [${one.allowedBy}]${one.unallowed ? ' !' : ''}`,
  );

describe('the complete reachability', () => {
  it('is every pair of ends between which anything passes, with the flows that allow it', () => {
    expect(told(new GovernmentCloud())).toEqual([
      'finance/budget/app > finance/budget/db tcp/5432 [F10 app-to-db]',
      'health/clinic/app > finance/budget/db tcp/5433 [F10 clinic-to-db]',
      'gap/inner > finance/budget/app tcp/9000 [F06 gap-to-app]',
      'bastion > finance/budget/app tcp/22 [F16 bastion-to-app]',
      'outside of internet-edge > internet/dmz tcp/443 [F01 entry]',
      'finance/portal/web > gap/outer tcp/9000 [F04 web-to-gap]',
      'internet/dmz > finance/portal/web tcp/8080 [F02 dmz-to-web]',
    ]);
  });

  it('marks what no flow allows, and keeps to one zone or end when asked', () => {
    const cloud = new GovernmentCloud()
      .rule('finance-db', 'ingress tcp 1 10.1.16.0/24')
      .rule('finance-app', 'egress tcp 1 10.1.17.0/24');
    expect(told(cloud, 'finance/budget/app')).toEqual([
      'finance/budget/app > finance/budget/db tcp/1, tcp/5432 [F10 app-to-db] !',
    ]);
    expect(told(cloud, 'internet/I-DMZ')).toEqual(['internet/dmz > finance/portal/web tcp/8080 [F02 dmz-to-web]']);
  });
});
