import { type Cloud, type Draft, resourceWeakness, type Weakness, withResource } from './weakness';

const GROUP = 'openstack_networking_secgroup_v2';
const RULE = 'openstack_networking_secgroup_rule_v2';
const NETWORK = 'openstack_networking_network_v2';
const PORT = 'openstack_networking_port_v2';
const LISTENER = 'openstack_lb_listener_v2';
const VOLUME = 'openstack_blockstorage_volume_v3';

const untagged = (name: string) => (values: Draft) => {
  values.tags = values.tags.filter((tag: string) => !tag.startsWith(`${name}:`));
};

const tagged = (name: string) => (values: Draft) => values.tags?.some((tag: string) => tag.startsWith(`${name}:`));

/** Adds one resource to the first stack of a department. */
function added(policies: readonly string[], example: string, type: string, values: object): Weakness {
  return {
    policies,
    example,
    *variants(cloud: Cloud) {
      const stack = cloud.stacks.find((one) => one.name.startsWith('tenant-'));
      if (stack !== undefined) yield withResource(cloud, stack, type, 'seeded', values);
    },
  };
}

/** Writes a secret into the provider block of each stack, one at a time. */
function provider(policy: string, key: string): Weakness {
  return {
    policies: [policy],
    example: `\`${key}\` written into a provider block`,
    *variants(cloud) {
      for (const stack of cloud.stacks) {
        const definition = structuredClone(stack.definition) as Draft;
        const [block] = [definition.provider.openstack].flat();
        block[key] = 'correct horse battery staple';
        yield { ...cloud, stacks: cloud.stacks.map((one) => (one === stack ? { ...stack, definition } : one)) };
      }
    },
  };
}

/** What a resource can be wrong about by itself. */
export const resourceWeaknesses: readonly Weakness[] = [
  resourceWeakness(['ACL-STATE'], 'a group with `stateful = false`', GROUP, (one) => {
    one.stateful = false;
  }),
  resourceWeakness(['ACL-DENY'], 'a group that keeps the rules that Neutron gives it', GROUP, (one) => {
    one.delete_default_rules = false;
  }),
  resourceWeakness(['ACL-DENY'], 'a group that does not say `delete_default_rules`', GROUP, (one) => {
    delete one.delete_default_rules;
  }),
  resourceWeakness(['TAG-GROUP-DESCRIPTION'], 'a group without a description', GROUP, (one) => {
    one.description = ' ';
  }),
  resourceWeakness(['TAG-RULE-DESCRIPTION'], 'a rule without a description', RULE, (one) => {
    delete one.description;
  }),
  resourceWeakness(['BND-NAC'], 'a network with `shared = true`', NETWORK, (one) => {
    one.shared = true;
  }),
  resourceWeakness(['BND-NAC'], 'a network with port security off', NETWORK, (one) => {
    one.port_security_enabled = false;
  }),
  resourceWeakness(['BND-NAC'], 'a port with port security off', PORT, (one) => {
    one.port_security_enabled = false;
    delete one.security_group_ids;
  }),
  resourceWeakness(['BND-CTRL'], 'a port that may send as 0.0.0.0/0', PORT, (one) => {
    one.allowed_address_pairs = [{ ip_address: '0.0.0.0/0' }];
  }),
  resourceWeakness(['BND-CTRL'], 'a port that may send as another network', PORT, (one) => {
    one.allowed_address_pairs = [{ ip_address: '172.16.0.0/12' }];
  }),
  resourceWeakness(['CLD-MIGACL'], 'a port without a group', PORT, (one) => {
    delete one.security_group_ids;
  }),
  resourceWeakness(['NET-ZONE'], 'a network of no zone', NETWORK, untagged('zone'), tagged('zone')),
  resourceWeakness(['ASSET'], 'a port that names no department', PORT, untagged('owner'), tagged('owner')),
  resourceWeakness(['TRX-INT', 'TRX-CONF'], 'a listener that speaks HTTP', LISTENER, (one) => {
    one.protocol = 'HTTP';
  }),
  resourceWeakness(['TRX-INT'], 'a listener that takes TLS 1.0', LISTENER, (one) => {
    one.tls_versions = ['TLSv1', 'TLSv1.2'];
  }),
  resourceWeakness(['EXP-LISTENER'], 'a listener without `allowed_cidrs`', LISTENER, (one) => {
    delete one.allowed_cidrs;
  }),
  resourceWeakness(
    ['DUR-SPREAD'],
    'a server group whose servers may share a host',
    'openstack_compute_servergroup_v2',
    (one) => {
      one.policies = ['affinity'];
    },
  ),
  resourceWeakness(['DUR-VOLUME'], 'a volume of no backup tier', VOLUME, (one) => {
    delete one.metadata.backupTier;
  }),
  resourceWeakness(['ACC-LABEL'], 'a volume without the class of its data', VOLUME, (one) => {
    delete one.metadata.dataClass;
  }),
  added(['BND-NAC'], 'a network shared with every project', 'openstack_networking_rbac_policy_v2', {
    action: 'access_as_shared',
    object_id: 'a',
    object_type: 'network',
    target_tenant: '*',
  }),
  added(['SEC-ADMIN-PASS'], 'a server with `admin_pass`', 'openstack_compute_instance_v2', { admin_pass: 'hunter2!' }),
  added(['SEC-USER-DATA'], 'a password in `user_data`', 'openstack_compute_instance_v2', {
    user_data: '#cloud-config\npassword: hunter2!\n',
  }),
  added(['IMG-PINNED'], 'a server that names its image by name only', 'openstack_compute_instance_v2', {
    image_name: 'kylin',
  }),
  added(['EXP-FW-INGRESS'], 'a firewall rule that admits everybody to port 22', 'openstack_fw_rule_v2', {
    action: 'allow',
    protocol: 'tcp',
    source_ip_address: '0.0.0.0/0',
    destination_port: '20:30',
  }),
  added(['EXP-FW-EGRESS'], 'a firewall rule that lets everything out', 'openstack_fw_rule_v2', { action: 'allow' }),
  provider('SEC-PROVIDER-PASSWORD', 'password'),
  provider('SEC-PROVIDER-TOKEN', 'token'),
];
