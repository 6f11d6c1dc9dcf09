import { designEnvironment } from '../../../../model/design/design-environment';
import { type Difference, environment, type WrittenEnvironment } from '../../../support/environment-builder';

const stacksOf = (difference: Difference<WrittenEnvironment> = {}) =>
  designEnvironment(environment(difference)).stacks.map(
    ({ key, kind, region, tenant, after }) => `${key}: ${kind} ${tenant ?? '-'} in ${region} after ${after.join(', ')}`,
  );

describe('the states of a cloud', () => {
  it('are its pools, its planes, its gaps and one for each department', () => {
    expect(stacksOf()).toEqual([
      'foundation: foundation - in suizhou after ',
      'gap: gap - in suizhou after planes',
      'planes: planes - in suizhou after foundation',
      'tenant-finance: tenant finance in suizhou after foundation, planes',
      'tenant-health: tenant health in suizhou after foundation, planes',
    ]);
  });

  it('are none for a gap or a department that holds nothing', () => {
    const nothing = { name: 'x', systems: {} };
    expect(stacksOf({ gap: undefined, tenants: { finance: undefined, empty: nothing } })).toEqual([
      'foundation: foundation - in suizhou after ',
      'planes: planes - in suizhou after foundation',
      'tenant-health: tenant health in suizhou after foundation, planes',
    ]);
  });

  it('are apart for another site, in its region', () => {
    const far = { role: 'remote', adcode: '421300', region: 'far', zones: ['az1'] } as const;
    const copies = {
      role: 'replication',
      site: 'far',
      physnet: 'p',
      segments: '400-409',
      blocks: ['10.20.0.0/20'],
    } as const;
    const stacks = stacksOf({ sites: { far }, planes: { copies } });
    expect(stacks.filter((one) => one.includes('far'))).toEqual(['planes-far: planes - in far after ']);
    const perHost = { vcpus: 64, memoryGiB: 256 };
    const hosts = { plane: 'copies', arch: 'x86_64', mlps: 2, hosts: 2, perHost } as const;
    const founded = stacksOf({ sites: { far }, planes: { copies }, pools: { hosts } });
    expect(founded.filter((one) => one.includes('far'))).toEqual([
      'foundation-far: foundation - in far after ',
      'planes-far: planes - in far after foundation-far',
    ]);
  });
});
