import { SecurityGroup } from '../../../../constructs/openstack/security-group';
import { ZoneFlow } from '../../../../constructs/openstack/zone-flow';
import { group, rule } from '../../../support/design-fixture';
import { resourcesOf, testStack } from '../../../support/resources-of';

const target = { securityGroupId: 'g' };
const base = { direction: 'ingress', family: 4, protocol: 'tcp' } as const;

test('a rule from a prefix says who asked for it', () =>
  expect(
    resourcesOf(
      (stack) =>
        new ZoneFlow(stack, 'finance/app', {
          group: target,
          rules: [rule('ingress-tcp-8080-10.1.2.0/24', '10.1.2.0/24', 8080)],
          owner: { projectId: 'p' },
        }),
    ),
  ).toEqual({
    'networking_secgroup_rule_v2.finance_app_ingress-tcp-8080-10-1-2-0_24': {
      security_group_id: 'g',
      direction: 'ingress',
      ethertype: 'IPv4',
      protocol: 'tcp',
      port_range_min: 8080,
      port_range_max: 8080,
      remote_ip_prefix: '10.1.2.0/24',
      description: 'F10 finance/budget/web-to-app: budget figures',
      tenant_id: 'p',
    },
  }));

test('a rule by remote group names the group and no prefix', () =>
  expect(
    resourcesOf(
      (stack) =>
        new ZoneFlow(stack, 'app', {
          group: target,
          rules: [{ ...base, key: 'web', remoteGroup: { securityGroupId: 'w' } }],
        }),
    ),
  ).toEqual({
    'networking_secgroup_rule_v2.app_web': {
      security_group_id: 'g',
      direction: 'ingress',
      ethertype: 'IPv4',
      protocol: 'tcp',
      remote_group_id: 'w',
    },
  }));

test('ICMP over IPv6 has the name under which Neutron keeps it', () => {
  const ping = { ...base, key: 'ping', family: 6, protocol: 'icmp', remotePrefix: '::/0' } as const;
  const resources = resourcesOf((stack) => new ZoneFlow(stack, 'app', { group: target, rules: [ping] }));
  expect(resources['networking_secgroup_rule_v2.app_ping']).toEqual({
    security_group_id: 'g',
    direction: 'ingress',
    ethertype: 'IPv6',
    protocol: 'ipv6-icmp',
    remote_ip_prefix: '::/0',
  });
});

test('port 0 is a port', () => {
  const zero = { ...base, key: 'zero', remotePrefix: '10.0.0.0/8', ports: { from: 0, to: 0 } };
  const resources = resourcesOf((stack) => new ZoneFlow(stack, 'app', { group: target, rules: [zero] }));
  expect(resources['networking_secgroup_rule_v2.app_zero']).toMatchObject({ port_range_min: 0, port_range_max: 0 });
});

test.each([
  ['no other end', {}],
  ['two other ends', { remotePrefix: '10.0.0.0/8', remoteGroup: target }],
])('a rule with %s is refused, since it would not say whom it admits', (_what, remote) =>
  expect(
    () => new ZoneFlow(testStack(), 'app', { group: target, rules: [{ ...base, key: 'web', ...remote }] }),
  ).toThrow('rule web of app needs a remotePrefix or a remoteGroup, and not both'),
);

test('a group without rules denies everything', () => {
  const { rules: _none, ...props } = group('finance/app', 'finance-extranet');
  expect(resourcesOf((stack) => new SecurityGroup(stack, 'finance/app', props))).toEqual({
    'networking_secgroup_v2.finance_app': {
      name: 'finance/app',
      description: 'Group finance/app',
      delete_default_rules: true,
      lifecycle: { ignore_changes: ['delete_default_rules'] },
      tags: ['adcode:130000'],
    },
  });
});
