import type { Intent, NetworkDriver } from '../model/intent';
import { provePlanes } from '../proof/prove';
import { Reachability } from '../proof/reach/reachability';
import { emptyWorld, type NetworkWorld } from '../proof/world/network-world';
import type { Rule } from '../proof/world/security-group';

const PLANES = ['extranet', 'internet'] as const;
const driver: NetworkDriver = { driver: 'ovn', release: 'zed' };

/** A linear congruential generator: the same world for the same seed, on every machine. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % sides;
  };
}

function cidr(tenant: number, net: number): string {
  const at = tenant * 2 + net;
  return `10.${at >> 8}.${at & 255}.0/24`;
}

/** Tenants of about sixty ports in two planes, each with a router, two networks and four groups. */
function randomTenants(portCount: number, ruleCount: number): NetworkWorld {
  const roll = dice(1);
  const tenants = Array.from({ length: Math.max(2, Math.round(portCount / 60)) }, (_, tenant) => tenant);
  const nets = tenants.flatMap((tenant) => [0, 1].map((net) => ({ tenant, net, id: `t${tenant}-n${net}` })));
  const declared = (id: string) => ({ id, place: id });
  const flags = { external: false, shared: false, portSecurity: true, tags: [] };
  const edges = PLANES.map((physicalNetwork, plane) => ({
    network: {
      ...declared(`edge-${plane}`),
      ...flags,
      external: true,
      project: 'platform',
      segments: [{ type: 'vlan', physicalNetwork, id: 1 }],
    },
    subnet: {
      ...declared(`edge-${plane}`),
      network: `edge-${plane}`,
      project: 'platform',
      cidr: `100.${64 + plane}.0.0/16`,
      gateway: `100.${64 + plane}.0.1`,
      hostRoutes: [],
    },
  }));
  return {
    ...emptyWorld,
    networks: [
      ...edges.map((edge) => edge.network),
      ...nets.map(({ tenant, net, id }) => ({
        ...declared(id),
        ...flags,
        project: `t${tenant}`,
        segments: [{ type: 'vlan', physicalNetwork: PLANES[tenant % 2] as string, id: 2 + 2 * tenant + net }],
      })),
    ],
    subnets: [
      ...edges.map((edge) => edge.subnet),
      ...nets.map(({ tenant, net, id }) => ({
        ...declared(id),
        network: id,
        project: `t${tenant}`,
        cidr: cidr(tenant, net),
        gateway: cidr(tenant, net).replace('.0/24', '.1'),
        hostRoutes: [],
      })),
    ],
    groups: tenants.flatMap((tenant) =>
      [0, 1, 2, 3].map((group) => ({
        ...declared(`t${tenant}-g${group}`),
        project: `t${tenant}`,
        stateful: true,
        defaultRules: false,
        known: true,
      })),
    ),
    routers: tenants.map((tenant) => ({
      ...declared(`t${tenant}-r`),
      project: `t${tenant}`,
      routes: [],
      interfaces: [0, 1].map((net) => ({
        ...declared(`t${tenant}-leg${net}`),
        network: `t${tenant}-n${net}`,
        addresses: [{ subnet: `t${tenant}-n${net}`, address: cidr(tenant, net).replace('.0/24', '.1') }],
      })),
      gateway: {
        ...declared(`t${tenant}-r`),
        network: `edge-${tenant % 2}`,
        addresses: [
          { subnet: `edge-${tenant % 2}`, address: `100.${64 + (tenant % 2)}.${1 + (tenant >> 8)}.${tenant & 255}` },
        ],
        snat: false,
      },
    })),
    ports: Array.from({ length: portCount }, (_, i) => {
      const [tenant, nth] = [i % tenants.length, Math.floor(i / tenants.length)];
      const network = `t${tenant}-n${nth % 2}`;
      return {
        ...declared(`port-${i}`),
        network,
        project: `t${tenant}`,
        addresses: [cidr(tenant, nth % 2).replace('.0/24', `.${10 + (nth >> 1)}`)],
        pairs: [],
        groups: [`t${tenant}-g${roll(4)}`],
        security: true,
        tags: [],
      };
    }),
    rules: Array.from({ length: ruleCount }, (_, i) => randomRule(i, roll, tenants.length)),
  };
}

function randomRule(i: number, roll: (sides: number) => number, tenants: number): Rule {
  const tenant = roll(tenants);
  const other = roll(10) === 0 ? roll(tenants) : tenant;
  const from = 1 + roll(2000);
  return {
    id: `rule-${i}`,
    place: `rule-${i}`,
    group: `t${tenant}-g${roll(4)}`,
    direction: i % 2 ? 'ingress' : 'egress',
    family: 4,
    protocol: roll(5) === 0 ? 17 : 6,
    from,
    to: from + roll(100),
    remote:
      roll(3) === 0
        ? { kind: 'group', group: `t${tenant}-g${roll(4)}` }
        : { kind: 'prefix', prefix: cidr(other, roll(2)) },
  };
}

const intent: Intent = {
  network: driver,
  planes: PLANES.map((key) => ({ key, role: key, physnet: key, blocks: [], place: key })),
  zones: [],
  ends: [],
  flows: [],
  operations: [],
};

/** Processor time, so that other work on the machine does not count. */
function timed<T>(what: () => T): { readonly value: T; readonly ms: number } {
  const start = process.cpuUsage();
  const value = what();
  const { user, system } = process.cpuUsage(start);
  return { value, ms: (user + system) / 1000 };
}

function complete(world: NetworkWorld): { reach: Reachability; pairs: number } {
  const reach = new Reachability({ world, driver });
  let pairs = 0;
  for (const one of reach.all()) pairs += Math.max(1, one.from.members.length) * Math.max(1, one.to.members.length);
  return { reach, pairs };
}

/** One row of the table: what, how large, how long, and the most memory that the process had until then. */
function row(what: string, ms: number, target: string): void {
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`| ${what} | ${ms.toFixed(0)} ms | ${target} | ${memory} MB |`);
}

/** `node -r ts-node/register/transpile-only tools/bench-proof.ts [--large]` */
function main(): void {
  console.log('| what | measured | target | memory so far |\n|---|---|---|---|');
  const world = randomTenants(12_960, 6_000);
  const planes = timed(() => provePlanes(world, intent, driver));
  row(`plane isolation, 12,960 ports: ${planes.value.verdict}`, planes.ms, '200 ms');
  const whole = timed(() => complete(world));
  row(`complete reachability, 12,960 ports, 6,000 rules, ${whole.value.pairs} pairs`, whole.ms, '2,000 ms, 512 MB');
  const group = world.rules[0]?.group as string;
  const rules = world.rules.filter((rule) => rule.group === group).slice(1);
  const edited = timed(() => [...whole.value.reach.withRules(group, rules).all()].length);
  row('one rule edited', edited.ms, '50 ms');
  if (!process.argv.includes('--large')) return;
  const large = timed(() => complete(randomTenants(100_000, 40_000)));
  row(`complete reachability, 100,000 ports, 40,000 rules, ${large.value.pairs} pairs`, large.ms, '60,000 ms');
}

main();
