/**
 * What judging costs: every policy on a plan of 20,000 resources, in this process.
 * `node -r ts-node/register/transpile-only tools/bench-policies.ts [--json]`
 */
import { judge } from '../policies/judge';
import { policies } from '../policies/packs';
import { Subject } from '../policies/subject';
import { readStacks } from '../proof/reading/read-stacks';

type Values = Readonly<Record<string, unknown>>;
type Resources = Record<string, Record<string, Values>>;

/** Departments of one router, one network, four groups with eight rules each, and eight ports: 49 resources. */
const DEPARTMENTS = 408;

function plan(): Resources {
  const resources: Resources = {};
  const put = (type: string, name: string, values: Values): string => {
    const kind = `openstack_${type}`;
    const named = resources[kind] ?? {};
    named[name] = values;
    resources[kind] = named;
    return `\${${kind}.${name}.id}`;
  };
  const edge = put('networking_network_v2', 'edge', { name: 'edge', external: true, tags: ['zone:edge'] });
  put('networking_subnet_v2', 'edge', { network_id: edge, cidr: '100.64.0.0/16' });
  for (let i = 0; i < DEPARTMENTS; i++) {
    const block = `10.${i >> 8}.${i & 255}`;
    const project = put('identity_project_v3', `d${i}`, { name: `d${i}` });
    const own = { tenant_id: project, tags: ['mlps:3', `dept:d${i}`, 'zone:dept', 'owner:o', 'site:a', 'system:s'] };
    const network = put('networking_network_v2', `d${i}`, { ...own, name: `d${i}` });
    const subnet = put('networking_subnet_v2', `d${i}`, { ...own, network_id: network, cidr: `${block}.0/24` });
    const router = put('networking_router_v2', `d${i}`, { ...own, external_network_id: edge, enable_snat: false });
    put('networking_router_interface_v2', `d${i}`, { router_id: router, subnet_id: subnet });
    for (let g = 0; g < 4; g++) {
      const group = put('networking_secgroup_v2', `d${i}-${g}`, {
        ...own,
        delete_default_rules: true,
        description: 'd',
      });
      for (let r = 0; r < 8; r++)
        put('networking_secgroup_rule_v2', `d${i}-${g}-${r}`, {
          tenant_id: project,
          description: 'F03',
          direction: r % 2 === 0 ? 'ingress' : 'egress',
          ethertype: 'IPv4',
          protocol: 'tcp',
          port_range_min: 8000 + r,
          port_range_max: 8000 + r,
          remote_ip_prefix: `${block}.${(g * 64) & 255}/26`,
          security_group_id: group,
        });
      for (const p of [0, 1])
        put('networking_port_v2', `d${i}-${g}-${p}`, {
          ...own,
          network_id: network,
          fixed_ip: [{ subnet_id: subnet, ip_address: `${block}.${10 + g * 64 + p}` }],
          security_group_ids: [group],
        });
    }
  }
  return resources;
}

function main(json: boolean): void {
  const resource = plan();
  const table = readStacks([{ name: 'plan', definition: { resource }, inputs: {}, places: {} }]);
  const before = process.cpuUsage();
  const start = performance.now();
  const judgements = judge(policies, new Subject({ table, asOf: '2026-11-25' }));
  const { user, system } = process.cpuUsage(before);
  const figures = {
    resources: table.resources.length,
    policies: judgements.length,
    asked: judgements.filter((one) => one.reason === undefined).length,
    findings: judgements.reduce((sum, one) => sum + one.findings.length, 0),
    seconds: round((performance.now() - start) / 1000),
    cpuSeconds: round((user + system) / 1e6),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  if (json) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else for (const [what, value] of Object.entries(figures)) process.stdout.write(`${what.padEnd(12)} ${value}\n`);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

main(process.argv.includes('--json'));
