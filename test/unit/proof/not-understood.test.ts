import { prove } from '../../../proof/prove';
import { GovernmentCloud, governmentIntent } from './government-cloud';
import { judged } from './judged';
import { anyDriver, id, ovn } from './small-cloud';

describe('what is not understood', () => {
  it('is UNKNOWN where it could matter, and counted where it cannot', () => {
    const cloud = new GovernmentCloud()
      .add('openstack_networking_wormhole_v9', 'w')
      .add('openstack_identity_user_v3', 'u');
    const { proof, of } = judged(cloud);
    expect(of('INV-1')).toMatchObject({
      verdict: 'UNKNOWN',
      missing: [{ place: 'openstack_networking_wormhole_v9.w' }],
    });
    expect(of('FLOW F10 app-to-db').verdict).toBe('PROVED');
    expect(proof.passedOver).toEqual({ openstack_identity_user_v3: 1 });
  });

  it('about a network that other projects may use is UNKNOWN, with the share', () => {
    const share = (target_tenant: string) =>
      new GovernmentCloud().add('networking_rbac_policy', 'share', {
        action: 'access_as_shared',
        object_type: 'network',
        object_id: id('networking_network', 'finance-app'),
        target_tenant,
      });
    expect(judged(share('*')).of('TENANT finance')).toMatchObject({
      verdict: 'UNKNOWN',
      missing: [{ place: 'openstack_networking_rbac_policy_v2.share' }],
    });
    expect(judged(share('finance-extranet')).of('TENANT finance').verdict).toBe('PROVED');
  });

  it('about one group opens only what has the group', () => {
    const cloud = new GovernmentCloud()
      .rule('finance-db', 'ingress nonsense - 10.1.32.0/24')
      .rule('health-app', 'egress tcp 5432 10.1.17.0/24');
    const { of } = judged(cloud);
    expect([of('TENANT finance').verdict, of('TENANT health').verdict]).toEqual(['UNKNOWN', 'PROVED']);
  });

  it('about the driver is UNKNOWN where the drivers differ', () => {
    const cloud = new GovernmentCloud()
      .add('networking_address_group', 'ag', { addresses: ['10.1.16.0/24'] })
      .rule('finance-db', 'ingress tcp 5432', {
        remote_address_group_id: id('networking_address_group', 'ag'),
        description: 'F10 app-to-db',
      })
      .rule('health-app', 'egress tcp 5432 10.1.17.0/24');
    const verdict = (driver: typeof ovn) =>
      prove(cloud.world(), governmentIntent, driver).statements.find((one) => one.id === 'TENANT finance');
    expect(verdict(ovn)?.verdict).toBe('VIOLATED');
    expect(verdict({ driver: 'ovs', release: 'zed' })?.verdict).toBe('PROVED');
    expect(verdict(anyDriver)).toMatchObject({ verdict: 'UNKNOWN', missing: [{ place: 'cloud.network' }] });
  });
});
