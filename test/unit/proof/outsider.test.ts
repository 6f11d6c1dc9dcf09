import { prove } from '../../../proof/prove';
import { GovernmentCloud, governmentIntent } from './government-cloud';
import { id, ovn, type SmallCloud } from './small-cloud';

const statements = (cloud: SmallCloud) => prove(cloud.world(), governmentIntent, ovn).statements;
const unknown = (cloud: SmallCloud) =>
  statements(cloud)
    .filter((one) => one.verdict !== 'PROVED')
    .map((one) => `${one.verdict} ${one.id}`)
    .filter((one) => !sound.includes(one));
const share = (network: string, target_tenant: string, values = {}) =>
  new GovernmentCloud().add('networking_rbac_policy', 'share', {
    action: 'access_as_shared',
    object_type: 'network',
    object_id: id('networking_network', network),
    target_tenant,
    ...values,
  });
/** What is not proved of the cloud as it is. */
const sound = statements(new GovernmentCloud())
  .filter((one) => one.verdict !== 'PROVED')
  .map((one) => `${one.verdict} ${one.id}`);

describe('a network that others may use', () => {
  it('leaves proved what no port on it could see', () => {
    // Rules of the database admit the application’s network, those of the clinic its own.
    const shared = unknown(share('health-app', 'culture-extranet'));
    expect(shared).not.toContain('UNKNOWN INV-1');
    expect(shared).not.toContain('UNKNOWN INV-5');
    expect(shared.some((one) => one.startsWith('UNKNOWN FLOW'))).toBe(false);
    expect(shared).not.toContain('UNKNOWN TENANT health');
  });

  it('makes unknown whether another department reaches the one that admits its addresses', () => {
    const shared = unknown(share('finance-app', '*'));
    expect(shared).toContain('UNKNOWN TENANT finance');
    expect(shared).toContain('UNKNOWN NOTHING-ELSE');
    expect(shared).not.toContain('UNKNOWN TENANT health');
  });

  it('names the share, and who could attach what', () => {
    const [tenant] = statements(share('finance-app', '*')).filter((one) => one.id === 'TENANT finance');
    expect(tenant?.missing).toContainEqual({
      place: 'openstack_networking_rbac_policy_v2.share',
      assumption: 'anybody on openstack_networking_network_v2.finance-app attaches nothing that could see it',
    });
  });

  it('and is shared with everybody could get a server with a foot in the other plane', () => {
    expect(unknown(share('health-app', '*'))).toContain('UNKNOWN INV-1');
    const outright = new GovernmentCloud();
    outright.add('networking_network', 'health-app', {
      name: 'health-app',
      tenant_id: 'health-extranet',
      shared: true,
      segments: [{ network_type: 'vlan', physical_network: 'extranet', segmentation_id: 23 }],
    });
    expect(unknown(outright)).toContain('UNKNOWN INV-1');
  });

  it('and is shared with a project of the other plane, could be joined with it', () => {
    expect(unknown(share('health-app', 'finance-internet'))).toContain('UNKNOWN INV-1');
    expect(unknown(share('health-app', 'finance-extranet'))).not.toContain('UNKNOWN INV-1');
  });

  it('by name, may have a router behind which anybody is: every block that a rule admits could be there', () => {
    const rule = (cloud: SmallCloud) => cloud.rule('health-app', 'ingress tcp 7 10.1.17.0/24');
    const named = unknown(rule(share('health-app', 'culture-extranet')));
    expect(named).toContain('UNKNOWN TENANT health');
    const anybody = unknown(rule(share('health-app', '*')));
    expect(anybody).not.toContain('UNKNOWN TENANT health');
  });

  it('adds nobody when it is shared with its owner, or for gateways only where strangers are anyway', () => {
    expect(unknown(share('health-app', 'health-extranet'))).toEqual([]);
    expect(unknown(share('internet-edge', '*', { action: 'access_as_external' }))).toEqual([]);
  });
});

describe('a group that ports of others may have', () => {
  const group = (shared: boolean) => {
    const cloud = new GovernmentCloud().rule('finance-db', 'ingress tcp 9 @finance-app');
    return shared
      ? cloud.add('networking_rbac_policy', 'share', {
          action: 'access_as_shared',
          object_type: 'security_group',
          object_id: id('networking_secgroup', 'finance-app'),
          target_tenant: 'health-extranet',
        })
      : cloud;
  };

  it('makes unknown whom a rule about its members admits', () => {
    const reach = (shared: boolean, reading: 'may' | 'must') => {
      const asked = group(shared).rule('health-app', 'egress tcp 9 10.1.17.0/24').ask(ovn, reading);
      return asked.passes('health-app-1', '10.1.32.11', 'finance-db-1', '10.1.17.11', 'tcp/9');
    };
    expect([reach(false, 'may'), reach(true, 'may'), reach(true, 'must')]).toEqual([false, true, false]);
  });
});
