import { type Cloud, spread, type Weakness, withResource } from './weakness';

const GROUP = 'openstack_networking_secgroup_v2';
const RULE = 'openstack_networking_secgroup_rule_v2';

interface Words {
  readonly direction?: 'ingress' | 'egress';
  readonly protocol?: string;
  /** First and last port. */
  readonly ports?: readonly [number, number];
  readonly remote?: string;
}

/** Adds rules to the group of each tier, one group at a time: the same hole in different words. */
function ruleWeakness(policies: readonly string[], example: string, rules: readonly Words[], proved = false): Weakness {
  return {
    policies,
    example,
    proved,
    *variants(cloud) {
      const groups = cloud.stacks.flatMap((stack) =>
        Object.entries(stack.definition.resource?.[GROUP] ?? {})
          .filter(([, values]) =>
            (values['tags'] as readonly string[] | undefined)?.some((tag) => tag.startsWith('tier:')),
          )
          .map(([name, values]) => ({ stack: stack.name, name, tenant: values['tenant_id'] })),
      );
      for (const group of spread(groups)) yield withRules(cloud, group, rules);
    },
  };
}

function withRules(
  cloud: Cloud,
  group: { readonly stack: string; readonly name: string; readonly tenant: unknown },
  rules: readonly Words[],
): Cloud {
  return rules.reduce((changed, { direction = 'ingress', protocol, ports, remote }, i) => {
    const stack = changed.stacks.find((one) => one.name === group.stack);
    if (stack === undefined) return changed;
    return withResource(changed, stack, RULE, `seeded-${i}`, {
      description: 'seeded',
      direction,
      ethertype: remote?.includes(':') ? 'IPv6' : 'IPv4',
      ...(protocol !== undefined && { protocol }),
      ...(ports !== undefined && { port_range_min: ports[0], port_range_max: ports[1] }),
      ...(remote !== undefined && { remote_ip_prefix: remote }),
      security_group_id: `\${${GROUP}.${group.name}.id}`,
      tenant_id: group.tenant,
    });
  }, cloud);
}

const ssh = { protocol: 'tcp', ports: [22, 22] } as const;

/** Holes in security groups: what the public scanners look for, and the same in words that they do not know. */
export const ruleWeaknesses: readonly Weakness[] = [
  ruleWeakness(['EXP-SSH'], 'a rule that admits tcp/22 from 0.0.0.0/0', [{ ...ssh, remote: '0.0.0.0/0' }], true),
  ruleWeakness(
    ['EXP-SSH'],
    'tcp/22 from 0.0.0.0/1 and from 128.0.0.0/1',
    [
      { ...ssh, remote: '0.0.0.0/1' },
      { ...ssh, remote: '128.0.0.0/1' },
    ],
    true,
  ),
  ruleWeakness(['EXP-SSH'], 'tcp/22 from 10.0.0.0/0, which is everybody', [{ ...ssh, remote: '10.0.0.0/0' }], true),
  ruleWeakness(['EXP-SSH'], 'tcp/22 without a remote', [ssh], true),
  ruleWeakness(['EXP-SSH'], 'tcp/22 from ::/0', [{ ...ssh, remote: '::/0' }]),
  ruleWeakness(['EXP-SSH'], 'protocol 6 by number, without ports', [{ protocol: '6', remote: '0.0.0.0/0' }], true),
  ruleWeakness(['HOST-MGMT'], 'tcp/22 from a department', [{ ...ssh, remote: '10.0.0.0/8' }], true),
  ruleWeakness(
    ['HOST-MGMT'],
    'a range that holds tcp/6443, from everybody',
    [{ protocol: 'tcp', ports: [6000, 7000], remote: '0.0.0.0/0' }],
    true,
  ),
  ruleWeakness(
    ['EXP-RDP'],
    'a range that holds tcp/3389, from everybody',
    [{ protocol: 'tcp', ports: [3000, 4000], remote: '0.0.0.0/0' }],
    true,
  ),
  ruleWeakness(['EXP-INGRESS'], 'everything from everybody', [{}], true),
  ruleWeakness(['EXP-INGRESS'], 'one port from one address of the Internet', [
    { protocol: 'tcp', ports: [8080, 8080], remote: '198.51.100.7/32' },
  ]),
  ruleWeakness(['HOST-PORT'], 'tcp/445 from every address of the cloud', [
    { protocol: 'tcp', ports: [445, 445], remote: '10.0.0.0/8' },
  ]),
  ruleWeakness(['EXP-EGRESS', 'BND-EGRESS'], 'everything to everybody', [{ direction: 'egress', remote: '0.0.0.0/0' }]),
  ruleWeakness(['EXP-EGRESS', 'BND-EGRESS'], 'everything to two halves of the world', [
    { direction: 'egress', remote: '0.0.0.0/1' },
    { direction: 'egress', remote: '128.0.0.0/1' },
  ]),
  ruleWeakness(['EXP-EGRESS', 'BND-EGRESS'], 'tcp/443 to ::/0', [
    { direction: 'egress', protocol: 'tcp', ports: [443, 443], remote: '::/0' },
  ]),
  ruleWeakness(['ACL-5TUPLE'], 'a rule without a protocol', [{ remote: '10.9.0.0/24' }]),
  ruleWeakness(['ACL-5TUPLE'], 'a rule with all ports', [
    { protocol: 'udp', ports: [1, 65535], remote: '10.9.0.0/24' },
  ]),
  ruleWeakness(['ACL-MIN'], 'the same rule twice', [
    { protocol: 'tcp', ports: [8443, 8443], remote: '10.9.0.0/24' },
    { protocol: 'tcp', ports: [8443, 8443], remote: '10.9.0.0/25' },
  ]),
];
