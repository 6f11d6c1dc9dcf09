import { said } from '../../../support/environment-builder';

describe('flows inside a plane', () => {
  it('refuses a flow between departments (F13)', () => {
    expect(
      said({
        flows: {
          a: {
            from: 'finance/budget/app',
            to: 'health/archive/app',
            ports: 'tcp/443',
            purpose: 'x',
            grant: { id: 'G-1', until: '2027-12-31' },
          },
        },
      }),
    ).toEqual([
      'FLOW_FORBIDDEN flows/a · finance/budget/app may not reach health/archive/app: F13, departments exchange by F11 and F12; a waiver needs an approval and an end · follow F13, or ask for a waiver with an approval and an end',
    ]);
  });

  it('refuses a flow that no row joins', () => {
    expect(
      said({ flows: { a: { from: 'finance/budget/db', to: 'health/archive/app', ports: 'tcp/443', purpose: 'x' } } }),
    ).toEqual([
      'FLOW_FORBIDDEN flows/a · finance/budget/db may not reach health/archive/app: default deny, no row of the flow matrix joins these zones · route the exchange over zones that a row joins',
    ]);
  });

  it('refuses a flow from a department into management (F24)', () => {
    expect(
      said({ flows: { a: { from: 'finance/budget/app', to: 'management/control', ports: 'tcp/443', purpose: 'x' } } }),
    ).toEqual([
      'FLOW_FORBIDDEN flows/a · finance/budget/app may not reach management/control: F24, but for F17 and F20 · follow F24, or ask for a waiver with an approval and an end',
    ]);
  });

  it('refuses a flow from production to test (F23)', () => {
    expect(
      said({
        tenants: {
          finance: {
            systems: {
              trial: {
                name: 'x',
                mlps: 2,
                stage: 'test',
                tiers: { app: { plane: 'extranet', zone: 'test', servers: 1, flavor: 'c4m8' } },
                flows: { a: { from: 'finance/budget/app', to: 'app', ports: 'tcp/443', purpose: 'x' } },
              },
            },
          },
        },
      }),
    ).toEqual([
      'FLOW_FORBIDDEN tenants/finance/systems/trial/flows/a · finance/budget/app may not reach finance/trial/app: F23, test never meets production, either way · follow F23, or ask for a waiver with an approval and an end',
    ]);
  });

  it('refuses a flow to a proxy on another port than that of its row (F14)', () => {
    expect(
      said({
        flows: {
          a: { from: 'finance/budget/app', to: 'extranet/edge', ports: ['tcp/3128', 'tcp/8080'], purpose: 'x' },
        },
      }),
    ).toEqual([
      'FLOW_FORBIDDEN flows/a/ports · finance/budget/app may not reach extranet/edge: F14, it allows tcp/3128, not tcp/8080 · follow F14, or ask for a waiver with an approval and an end',
    ]);
  });

  it('accepts a flow to the proxy', () => {
    expect(
      said({ flows: { a: { from: 'finance/budget/app', to: 'extranet/edge', ports: 'tcp/3128', purpose: 'x' } } }),
    ).toEqual([]);
  });

  it('refuses a flow to the data of another department without a grant (F10)', () => {
    expect(
      said({ flows: { a: { from: 'finance/budget/app', to: 'health/archive/db', ports: 'tcp/5432', purpose: 'x' } } }),
    ).toEqual([
      'FLOW_GRANT flows/a · finance/budget/app reaches health/archive/db of health without a grant · add `grant: { id: …, until: … }`',
    ]);
  });

  it('accepts a flow with a grant', () => {
    expect(
      said({
        flows: {
          a: {
            from: 'finance/budget/app',
            to: 'health/archive/db',
            ports: 'tcp/5432',
            purpose: 'x',
            grant: { id: 'G-1', until: '2027-12-31' },
          },
        },
      }),
    ).toEqual([]);
  });

  it('refuses a flow to the front end of another department without a grant (F12)', () => {
    expect(
      said({
        tenants: {
          finance: {
            systems: {
              exchange: {
                name: 'x',
                mlps: 2,
                tiers: { front: { plane: 'extranet', zone: 'share', servers: 1, flavor: 'c4m8' } },
              },
            },
          },
          health: {
            systems: {
              exchange: {
                name: 'x',
                mlps: 2,
                tiers: { front: { plane: 'extranet', zone: 'share', servers: 1, flavor: 'c4m8' } },
              },
            },
          },
        },
        flows: { a: { from: 'finance/exchange/front', to: 'health/exchange/front', ports: 'tcp/8443', purpose: 'x' } },
      }),
    ).toEqual([
      'FLOW_GRANT flows/a · finance/exchange/front reaches health/exchange/front of health without a grant · add `grant: { id: …, until: … }`',
    ]);
  });

  it('refuses a flow inside a plane without ports', () => {
    expect(
      said({ tenants: { finance: { systems: { budget: { flows: { 'app-to-db': { ports: undefined } } } } } } }),
    ).toEqual([
      'FLOW_PORTS tenants/finance/systems/budget/flows/app-to-db · finance/budget/app-to-db names no ports · add `ports:`, such as tcp/5432',
    ]);
  });

  it('refuses a flow from a tier that there is not', () => {
    expect(said({ tenants: { finance: { systems: { budget: { flows: { 'app-to-db': { from: 'ap' } } } } } } })).toEqual(
      [
        'REFERENCE_UNKNOWN tenants/finance/systems/budget/flows/app-to-db/from · there is no tier finance/budget/ap · use one of: finance/budget/app, finance/budget/db, finance/budget/web, health/archive/app, health/archive/db',
      ],
    );
  });

  it('refuses a flow of a department to a zone of the platform', () => {
    expect(
      said({ tenants: { finance: { systems: { budget: { flows: { 'app-to-db': { to: 'extranet/edge' } } } } } } }),
    ).toEqual([
      'REFERENCE_UNKNOWN tenants/finance/systems/budget/flows/app-to-db/to · there is no tier finance/extranet/edge · use one of: finance/budget/app, finance/budget/db, finance/budget/web, health/archive/app, health/archive/db',
    ]);
  });

  it('refuses a flow between departments that names no department', () => {
    expect(said({ flows: { a: { from: 'app', to: 'db', ports: 'tcp/443', purpose: 'x' } } })).toEqual([
      'REFERENCE_UNKNOWN flows/a/from · there is no tier app · use one of: extranet/edge, extranet/exchange, finance/budget/app, finance/budget/db, finance/budget/web, health/archive/app, health/archive/db, internet/dmz, internet/edge, internet/exchange, management/control, management/ops and 3 more',
      'REFERENCE_UNKNOWN flows/a/to · there is no tier db · use one of: extranet/edge, extranet/exchange, finance/budget/app, finance/budget/db, finance/budget/web, health/archive/app, health/archive/db, internet/dmz, internet/edge, internet/exchange, management/control, management/ops and 3 more',
    ]);
  });

  it('refuses a tier that has no place, once and not for each of its flows', () => {
    expect(said({ tenants: { health: { systems: { archive: { tiers: { db: { plane: 'intranet' } } } } } } })).toEqual([
      'REFERENCE_UNKNOWN tenants/health/systems/archive/tiers/db/plane · there is no plane intranet · use one of: extranet, internet, management, storage',
    ]);
  });

  it('refuses a flow between others in the file of a department', () => {
    const flow = { from: 'health/archive/app', to: 'health/archive/db', ports: 'tcp/22', purpose: 'x' };
    expect(said({ tenants: { finance: { systems: { budget: { flows: { a: flow } } } } } })).toEqual([
      'FLOW_FOREIGN tenants/finance/systems/budget/flows/a · finance/budget/a joins health/archive/app and health/archive/db, neither of finance · move the flow to flows.yaml, or to the department that it is of',
    ]);
  });

  it('accepts a flow from a department to the granted data of another in its own file', () => {
    const grant = { id: 'G-1', until: '2027-12-31' };
    const flow = { from: 'app', to: 'health/archive/db', ports: 'tcp/5432', purpose: 'x', grant };
    expect(said({ tenants: { finance: { systems: { budget: { flows: { a: flow } } } } } })).toEqual([]);
  });
});
