import { designEnvironment } from '../../../../model/design/design-environment';
import { environment } from '../../../support/environment-builder';

/** The entry network of a department with so many entries in one zone. */
function entryNetwork(count: number, blocks: Readonly<Record<string, string>> = {}): string | undefined {
  const tiers = Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `web-${n}`,
      {
        plane: 'extranet',
        zone: 'public',
        servers: 1,
        flavor: 'c4m8',
        entry: { host: `web-${n}.suizhou.gov.example`, tls: 'x' },
      },
    ]),
  );
  const described = environment({
    zones: { extranet: { public: { prefix: 22 } } },
    tenants: {
      health: {
        systems: { archive: { tiers: { app: undefined, db: undefined, ...tiers }, flows: { 'app-to-db': undefined } } },
      },
    },
    ledger: { version: 1, blocks, segments: {} },
  });
  const design = designEnvironment(described);
  const networks = design.tenants.flatMap((tenant) => tenant.vpcs.flatMap((vpc) => vpc.networks));
  return networks.find((one) => one.key === 'health/public-entry')?.subnets[0]?.cidr;
}

const prefixOf = (cidr: string | undefined) => Number(cidr?.split('/')[1]);

describe('the network of a department’s entries', () => {
  // The upper half but for one address: 7 of a /28, 15 of a /27; two for each balancer and two for DHCP.
  it.each([
    [1, 28],
    [2, 28],
    [3, 27],
    [6, 27],
    [7, 26],
  ])('has room for the ports of %i load balancers: /%i', (count, prefix) => {
    expect(prefixOf(entryNetwork(count))).toBe(prefix);
  });

  it('stays where it is as long as it has the room', () => {
    const zone = { 'zone extranet/public 4': '10.16.4.0/22' };
    const blocks = { ...zone, 'network health/public-entry 4': '10.16.6.0/28' };
    expect(entryNetwork(2, blocks)).toBe('10.16.6.0/28');
    expect(prefixOf(entryNetwork(3, blocks))).toBe(27);
  });
});
