import fc from 'fast-check';
import type { Design } from '../../../model/design/design';
import { designEnvironment } from '../../../model/design/design-environment';
import { environmentOf, type WrittenEnvironment } from '../../support/environment-builder';
import { addressFaults, networksOf, portsOf } from './design-oracle';
import { randomEnvironment } from './random-environment';

const RUNS = { numRuns: 15 };
const designOf = (written: WrittenEnvironment) => designEnvironment(environmentOf(written));

/** Every address and segment, by what has it. */
function places(design: Design): ReadonlyMap<string, string> {
  const entries = design.tenants.flatMap((tenant) => tenant.vpcs.flatMap((vpc) => vpc.entries));
  const routers = design.tenants.flatMap((tenant) => tenant.vpcs.map((vpc) => vpc.router));
  return new Map([
    ...networksOf(design).map(
      ({ key, segment, subnets }) =>
        [`network ${key}`, `${segment.id} ${subnets.map((one) => one.cidr).join(' ')}`] as const,
    ),
    ...portsOf(design).map(
      ({ key, addresses }) => [`port ${key}`, addresses.map((one) => one.address).join(' ')] as const,
    ),
    ...entries.map(({ key, vip, floatingIp }) => [`entry ${key}`, `${vip.address} ${floatingIp.address}`] as const),
    ...routers.map(
      ({ key, gateway }) => [`router ${key}`, gateway.addresses.map((one) => one.address).join(' ')] as const,
    ),
  ]);
}

/** The same value with the keys of every object in another order. */
function reordered(value: unknown, numbers: () => number): unknown {
  if (Array.isArray(value)) return value.map((one) => reordered(one, numbers));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => ({ key, one: reordered(one, numbers), at: numbers() }));
  return Object.fromEntries(entries.sort((a, b) => a.at - b.at).map(({ key, one }) => [key, one]));
}

describe('the addresses of any environment', () => {
  it('lie apart, each inside what holds it, hosts clear of gateways and of what Neutron takes', () => {
    fc.assert(
      fc.property(randomEnvironment, (written) => {
        expect(addressFaults(designOf(written))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('stay where they are when departments come and go, once the ledger has them', () => {
    fc.assert(
      fc.property(randomEnvironment, randomEnvironment, (before, after) => {
        const first = designOf(before);
        const shared = { ...after, planes: before.planes };
        const kept = Object.fromEntries(Object.entries(before.tenants ?? {}).filter((_, index) => index % 2 === 0));
        const others = Object.entries(after.tenants ?? {}).filter(([key]) => before.tenants?.[key] === undefined);
        const tenants = { ...Object.fromEntries(others), ...kept };
        const channels = { ...before.gap?.channels, ...after.gap?.channels };
        const used = Object.entries(channels).filter(([key]) => JSON.stringify(tenants).includes(`"through":"${key}"`));
        const gap = { devices: before.gap?.devices ?? {}, channels: Object.fromEntries(used) };
        const second = designOf({ ...shared, tenants, gap, ledger: { version: 1, ...first.ledger } });
        const [was, is] = [places(first), places(second)];
        const moved = [...is].filter(([key, place]) => was.has(key) && was.get(key) !== place);
        expect(moved).toEqual([]);
        expect(addressFaults(second)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('keep a network when its servers become more, as long as they fit', () => {
    const tenants = (servers: number) => ({
      finance: {
        name: 'finance',
        systems: {
          one: { name: 'one', mlps: 2, tiers: { app: { plane: 'extranet', zone: 'dept', servers, flavor: 'c4m8' } } },
        },
      },
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        randomEnvironment,
        (few, many, written) => {
          const empty = { devices: written.gap?.devices ?? {}, channels: {} };
          const of = (servers: number) => ({ ...written, gap: empty, tenants: tenants(servers) }) as WrittenEnvironment;
          const first = designOf(of(few));
          const second = designOf({ ...of(many), ledger: { version: 1, ...first.ledger } });
          const cidr = places(first).get('network finance/one/app') ?? '';
          const room = 2 ** (31 - Number(/\/(\d+)/.exec(cidr)?.[1])) - 2;
          expect(places(second).get('network finance/one/app') === cidr).toBe(many <= room);
        },
      ),
      RUNS,
    );
  });

  it('and every other byte are the same whatever the order of keys', () => {
    fc.assert(
      fc.property(randomEnvironment, fc.infiniteStream(fc.nat()), (written, stream) => {
        const other = reordered(written, () => stream.next().value as number) as WrittenEnvironment;
        expect(JSON.stringify(designOf(other))).toBe(JSON.stringify(designOf(written)));
      }),
      RUNS,
    );
  });

  it('ask neither the locale, nor the clock, nor chance', () => {
    const never = (name: string) => () => {
      throw new Error(`the design asked for ${name}`);
    };
    const spies = [
      jest.spyOn(String.prototype, 'localeCompare').mockImplementation(never('localeCompare')),
      jest.spyOn(Number.prototype, 'toLocaleString').mockImplementation(never('toLocaleString')),
      jest.spyOn(String.prototype, 'toLocaleLowerCase').mockImplementation(never('toLocaleLowerCase')),
      jest.spyOn(Date, 'now').mockImplementation(never('Date.now')),
      jest.spyOn(globalThis, 'Date').mockImplementation(never('Date')),
      jest.spyOn(Intl, 'Collator').mockImplementation(never('Intl.Collator')),
      jest.spyOn(Math, 'random').mockImplementation(never('Math.random')),
    ];
    const [written] = fc.sample(randomEnvironment, { numRuns: 1, seed: 7 });
    const environment = environmentOf(written as WrittenEnvironment);
    try {
      expect(designEnvironment(environment).environment).toBe('small');
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  });
});
