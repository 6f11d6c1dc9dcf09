import { said } from '../../../support/environment-builder';

describe('flows over the planes', () => {
  it('refuses a flow over the planes without a channel (F05)', () => {
    expect(
      said({
        tenants: {
          finance: { systems: { budget: { flows: { 'web-to-app': { through: undefined, ports: 'tcp/8443' } } } } },
        },
      }),
    ).toEqual([
      'FLOW_CHANNEL tenants/finance/systems/budget/flows/web-to-app · finance/budget/web and finance/budget/app are in different planes, and no channel joins them · declare a channel in gap.yaml and name it: `through: <channel>`',
    ]);
  });

  it('refuses a flow over the planes from where no channel starts', () => {
    expect(
      said({
        tenants: {
          finance: {
            systems: {
              budget: {
                tiers: { cache: { plane: 'internet', zone: 'data', servers: 1, flavor: 'c4m8' } },
                flows: { a: { from: 'cache', to: 'app', through: 'budget-requests', purpose: 'x' } },
              },
            },
          },
        },
      }),
    ).toEqual([
      'FLOW_FORBIDDEN tenants/finance/systems/budget/flows/a · finance/budget/cache may not reach finance/budget/app: default deny, no row of the flow matrix joins these zones · route the exchange over zones that a row joins',
    ]);
  });

  it('refuses a flow over the planes to where no channel ends', () => {
    expect(
      said({
        tenants: {
          finance: {
            systems: { budget: { flows: { a: { from: 'web', to: 'db', through: 'budget-requests', purpose: 'x' } } } },
          },
        },
      }),
    ).toEqual([
      'FLOW_FORBIDDEN tenants/finance/systems/budget/flows/a · finance/budget/web may not reach finance/budget/db: default deny, no row of the flow matrix joins these zones · route the exchange over zones that a row joins',
    ]);
  });

  it('refuses a flow over the planes between test and production (F23)', () => {
    expect(
      said({
        zones: { internet: { test: { kind: 'T-TEST', prefix: 26 } } },
        tenants: {
          finance: {
            systems: {
              trial: {
                name: 'x',
                mlps: 2,
                stage: 'test',
                tiers: { web: { plane: 'internet', zone: 'test', servers: 1, flavor: 'c4m8' } },
                flows: { a: { from: 'web', to: 'finance/budget/app', through: 'budget-requests', purpose: 'x' } },
              },
            },
          },
        },
      }),
    ).toEqual([
      'FLOW_FORBIDDEN tenants/finance/systems/trial/flows/a · finance/trial/web may not reach finance/budget/app: F23, test never meets production, either way · follow F23, or ask for a waiver with an approval and an end',
    ]);
  });

  it('refuses a flow through a channel that there is not', () => {
    expect(
      said({
        tenants: { finance: { systems: { budget: { flows: { 'web-to-app': { through: 'budget-request' } } } } } },
      }),
    ).toEqual([
      'REFERENCE_UNKNOWN tenants/finance/systems/budget/flows/web-to-app/through · there is no channel budget-request · use one of: budget-requests',
    ]);
  });
});
