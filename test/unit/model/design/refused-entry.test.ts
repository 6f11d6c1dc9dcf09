import { designEnvironment } from '../../../../model/design/design-environment';
import { environment, said } from '../../../support/environment-builder';

describe('entries of users', () => {
  it('refuses an entry in a data zone', () => {
    expect(
      said({
        tenants: {
          health: {
            systems: { archive: { tiers: { db: { entry: { host: 'archive.suizhou.gov.example', tls: 'x' } } } } },
          },
        },
      }),
    ).toEqual([
      'ENTRY_ZONE tenants/health/systems/archive/tiers/db/entry · health/archive/db has an entry, but lies in E-DATA of trust 4 · put the entry on a tier in internet/app, extranet/public or extranet/dept',
    ]);
  });

  it('refuses an entry in a private network zone', () => {
    expect(
      said({
        tenants: {
          health: {
            systems: {
              archive: { tiers: { app: { zone: 'vpn', entry: { host: 'archive.suizhou.gov.example', tls: 'x' } } } },
            },
          },
        },
      }),
    ).toEqual([
      'FLOW_FORBIDDEN tenants/health/systems/archive/flows/app-to-db · health/archive/app may not reach health/archive/db: default deny, no row of the flow matrix joins these zones · route the exchange over zones that a row joins',
      'ENTRY_ZONE tenants/health/systems/archive/tiers/app/entry · health/archive/app has an entry, but lies in E-VPN of trust 3 · put the entry on a tier in internet/app, extranet/public or extranet/dept',
    ]);
  });

  it('refuses an entry of a department without sources', () => {
    expect(said({ tenants: { finance: { sources: [] } } })).toEqual([
      'ENTRY_SOURCES tenants/finance/systems/budget/tiers/app/entry · the entry of finance/budget/app has no sources · add `sources` to the department or to the entry',
    ]);
  });

  it('accepts an entry with sources of its own', () => {
    expect(
      said({
        tenants: {
          finance: { sources: [], systems: { budget: { tiers: { app: { entry: { sources: ['59.192.10.0/24'] } } } } } },
        },
      }),
    ).toEqual([]);
  });

  it('refuses an entry whose only sources are IPv6', () => {
    expect(said({ tenants: { finance: { sources: ['2001:db8:99::/48'] } } })).toEqual([
      'ENTRY_SOURCES tenants/finance/systems/budget/tiers/app/entry · the entry of finance/budget/app has no sources · add `sources` to the department or to the entry',
    ]);
  });

  it('refuses an entry outside of the domain of the cloud', () => {
    expect(
      said({
        tenants: {
          finance: { systems: { budget: { tiers: { web: { entry: { host: 'budget.wuhan.gov.example' } } } } } },
        },
      }),
    ).toEqual([
      'ENTRY_HOST tenants/finance/systems/budget/tiers/web/entry/host · budget.wuhan.gov.example does not end with .suizhou.gov.example · use a name below suizhou.gov.example',
    ]);
  });

  it('accepts a name two labels below the domain', () => {
    expect(
      said({
        tenants: {
          finance: { systems: { budget: { tiers: { web: { entry: { host: 'web.budget.suizhou.gov.example' } } } } } },
        },
      }),
    ).toEqual([]);
  });

  it('refuses a host that ends like the domain but is not below it', () => {
    expect(
      said({
        tenants: {
          finance: { systems: { budget: { tiers: { web: { entry: { host: 'notsuizhou.gov.example' } } } } } },
        },
      }),
    ).toEqual([
      'ENTRY_HOST tenants/finance/systems/budget/tiers/web/entry/host · notsuizhou.gov.example does not end with .suizhou.gov.example · use a name below suizhou.gov.example',
    ]);
  });

  it('refuses an entry in the zone of a department', () => {
    expect(
      said({
        tenants: {
          finance: {
            systems: { budget: { tiers: { web: { entry: { host: 'budget.finance.suizhou.gov.example' } } } } },
          },
        },
      }),
    ).toEqual([
      'ENTRY_HOST_ZONE tenants/finance/systems/budget/tiers/web/entry/host · budget.finance.suizhou.gov.example lies in the DNS zone of department finance · choose a name that does not end in finance',
    ]);
  });

  it('accepts a name that has the name of a department in front', () => {
    expect(
      said({
        tenants: {
          finance: {
            systems: { budget: { tiers: { web: { entry: { host: 'finance.budget.suizhou.gov.example' } } } } },
          },
        },
      }),
    ).toEqual([]);
  });

  it('accepts no department is called like a property of every object', () => {
    expect(
      said({
        tenants: {
          finance: { systems: { budget: { tiers: { web: { entry: { host: 'constructor.suizhou.gov.example' } } } } } },
        },
      }),
    ).toEqual([]);
  });

  it('refuses two entries of one name', () => {
    expect(
      said({
        tenants: {
          finance: {
            systems: { budget: { tiers: { web: { entry: { host: 'budget-office.suizhou.gov.example' } } } } },
          },
        },
      }),
    ).toEqual([
      'NAME_TAKEN tenants/finance/systems/budget/tiers/web/entry/host · host budget-office.suizhou.gov.example is also that of finance/budget/app · choose another one',
    ]);
  });

  it('refuses an Internet entry without a DMZ', () => {
    expect(said({ zones: { internet: { dmz: undefined } } })).toEqual([
      'ENTRY_DMZ tenants/finance/systems/budget/tiers/web/entry · finance/budget/web has an entry, but plane internet has no zone of kind I-DMZ · declare a zone with `kind: I-DMZ`',
    ]);
  });

  it('refuses an entry over UDP', () => {
    expect(
      said({ tenants: { finance: { systems: { budget: { tiers: { web: { entry: { port: 'udp/8443' } } } } } } } }),
    ).toEqual([
      'ENTRY_PORT tenants/finance/systems/budget/tiers/web/entry/port · the entry of finance/budget/web goes to udp/8443, not to one TCP port · name one port, such as tcp/8443',
    ]);
  });

  it('accepts an entry to another port', () => {
    expect(
      said({ tenants: { finance: { systems: { budget: { tiers: { web: { entry: { port: 'tcp/9443' } } } } } } } }),
    ).toEqual([]);
  });

  it('refuses an entry to a range of ports', () => {
    expect(
      said({ tenants: { finance: { systems: { budget: { tiers: { web: { entry: { port: 'tcp/8443-8444' } } } } } } } }),
    ).toEqual([
      'ENTRY_PORT tenants/finance/systems/budget/tiers/web/entry/port · the entry of finance/budget/web goes to tcp/8443-8444, not to one TCP port · name one port, such as tcp/8443',
    ]);
  });

  it('refuses a label of more than 63 characters', () => {
    expect(
      said({
        tenants: {
          finance: {
            systems: { budget: { tiers: { web: { entry: { host: `${'b'.repeat(64)}.suizhou.gov.example` } } } } },
          },
        },
      }),
    ).toEqual([
      'NAME_TOO_LONG tenants/finance/systems/budget/tiers/web/entry/host · a label of the DNS would be named bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb: 64 characters, the limit is 63 · choose a shorter one',
    ]);
  });

  it('accepts a label of 63 characters', () => {
    expect(
      said({
        tenants: {
          finance: {
            systems: { budget: { tiers: { web: { entry: { host: `${'b'.repeat(63)}.suizhou.gov.example` } } } } },
          },
        },
      }),
    ).toEqual([]);
  });

  it('names each source of an entry once, in the order in which Octavia answers them', () => {
    const sources = ['59.192.9.0/24', '59.192.10.0/24', '59.192.9.0/24', '2001:db8:99::/48'];
    const described = environment({ tenants: { finance: { sources } } });
    const entries = designEnvironment(described).tenants.flatMap(({ vpcs }) => vpcs.flatMap((vpc) => vpc.entries));
    expect(entries.map(({ host, allowedCidrs }) => [host, allowedCidrs])).toEqual([
      ['budget-office.suizhou.gov.example', ['59.192.10.0/24', '59.192.9.0/24']],
      ['budget.suizhou.gov.example', ['0.0.0.0/0']],
    ]);
  });
});
