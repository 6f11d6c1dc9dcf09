import { designEnvironment } from '../../../../model/design/design-environment';
import { environment } from '../../../support/environment-builder';

describe('what the edge of a plane must route', () => {
  const design = designEnvironment(environment());
  const routers = [
    ...design.planes.flatMap((plane) => plane.router ?? []),
    ...design.tenants.flatMap((tenant) => tenant.vpcs.map((vpc) => vpc.router)),
  ];
  const networks = [
    ...design.planes.flatMap((plane) => plane.zones.flatMap((zone) => zone.network ?? [])),
    ...design.tenants.flatMap((tenant) => tenant.vpcs.flatMap((vpc) => vpc.networks)),
  ];

  it('is every subnet behind a router, once, to that router’s address of the same family', () => {
    const expected = routers.flatMap(({ plane, gateway, interfaces }) =>
      interfaces.map(({ network, subnet }) => {
        const cidr = networks.find((one) => one.key === network)?.subnets.find((one) => one.key === subnet)?.cidr;
        const hop = gateway.addresses.find((one) => one.subnet === subnet)?.address;
        return `${plane} ${network} ${cidr} via ${hop}`;
      }),
    );
    const routes = design.edgeRoutes.map((one) => `${one.plane} ${one.network} ${one.destination} via ${one.nextHop}`);
    expect(routes).toHaveLength(2 * (3 + 1 + 2 + 1 + 1 + 1));
    expect([...routes].sort()).toEqual(expected.sort());
  });

  it('stands in the order of planes, networks and blocks', () => {
    const keys = design.edgeRoutes.map((one) => `${one.plane} ${one.network} ${one.destination}`);
    expect(keys).toEqual([...keys].sort());
  });
});
