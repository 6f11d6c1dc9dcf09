import {
  type Draft,
  designWeakness,
  memberWeakness,
  resourceWeakness,
  type Weakness,
} from '../../../tools/weaknesses/weakness';

const GROUP = 'openstack_networking_secgroup_v2';
const RULE = 'openstack_networking_secgroup_rule_v2';
const NETWORK = 'openstack_networking_network_v2';
const PORT = 'openstack_networking_port_v2';
const SUBNET = 'openstack_networking_subnet_v2';
const LISTENER = 'openstack_lb_listener_v2';
const VOLUME = 'openstack_blockstorage_volume_v3';

const resource = (
  example: string,
  type: string,
  change: (values: Draft) => void,
  wanted?: (values: Draft) => boolean,
) => resourceWeakness([], example, type, change, wanted);
const member = (example: string, list: (design: Draft) => readonly Draft[], change: (member: Draft) => void) =>
  memberWeakness([], example, list, change);

const backwards = (one: Draft) => {
  one.tags = [...one.tags].reverse();
};
const assurance = (design: Draft): Draft => design.assurance;

/** Changes that make no cloud weaker: what is said otherwise, said out loud, or more than was asked. */
export const harmlessChanges: readonly Weakness[] = [
  resource('tags of a network in another order', NETWORK, backwards),
  resource('tags of a port in another order', PORT, backwards),
  resource('tags of a group in another order', GROUP, backwards, (one) => one.tags !== undefined),
  resource('Neutron’s default, written out: a group is stateful', GROUP, (one) => {
    one.stateful = true;
  }),
  resource('Neutron’s default, written out: a network is not shared', NETWORK, (one) => {
    one.shared = false;
  }),
  resource('Neutron’s default, written out: a network secures its ports', NETWORK, (one) => {
    one.port_security_enabled = true;
  }),
  resource('Neutron’s default, written out: a port is secured', PORT, (one) => {
    one.port_security_enabled = true;
  }),
  resource('another description of a group', GROUP, (one) => {
    one.description = `${one.description} (0.0.0.0/0, tcp/22, password)`;
  }),
  resource('another description of a rule', RULE, (one) => {
    one.description = `${one.description} (::/0)`;
  }),
  resource(
    'the groups of a port in another order',
    PORT,
    (one) => {
      one.security_group_ids = [...one.security_group_ids].reverse();
    },
    (one) => one.security_group_ids !== undefined,
  ),
  resource('a port that may also send as its own network', PORT, (one) => {
    one.allowed_address_pairs = [{ ip_address: one.fixed_ip[0].ip_address }];
  }),
  resource('name servers of a subnet', SUBNET, (one) => {
    one.dns_nameservers = [];
  }),
  resource('a listener of TLS 1.3 only', LISTENER, (one) => {
    one.tls_versions = ['TLSv1.3'];
  }),
  resource('a larger volume', VOLUME, (one) => {
    one.size += 100;
  }),
  resource('further metadata of a volume', VOLUME, (one) => {
    one.metadata.project = 'renewal 2027';
  }),
  resource('another key of a rule’s JSON first', RULE, (one) => {
    const { direction, ...rest } = one;
    delete one.direction;
    Object.assign(one, rest, { direction });
  }),
  member(
    'a thicker line',
    (design) => design.planes.flatMap((plane: Draft) => plane.uplinks),
    (one) => {
      one.mbps *= 2;
    },
  ),
  member(
    'another line of a third carrier',
    (design) => design.planes.filter((plane: Draft) => plane.uplinks.length > 0),
    (one) => {
      one.uplinks.push({ key: 'third', carrier: 'broadnet', mbps: 1000, role: 'standby' });
    },
  ),
  member(
    'records that are kept for longer',
    (design) => assurance(design).detection.sinks,
    (one) => {
      one.retentionDays = 3650;
    },
  ),
  member(
    'an image with one agent more',
    (design) => assurance(design).images,
    (one) => {
      one.agents = [...one.agents, 'monitoring'];
    },
  ),
  member(
    'a volume class with one copy more',
    (design) => assurance(design).volumeClasses,
    (one) => {
      one.copies += 1;
    },
  ),
  member(
    'an approval that lasts longer',
    (design) => assurance(design).approvals,
    (one) => {
      one.until = '2029-12-31';
    },
  ),
  member(
    'a copy that is made more often',
    (design) => assurance(design).backup.targets,
    (one) => {
      one.everyMinutes = Math.min(one.everyMinutes, 5);
    },
  ),
  designWeakness([], 'longer passwords', (design) => {
    assurance(design).operations.passwords.length = 16;
  }),
  designWeakness([], 'one more auditor', (design) => {
    assurance(design).operations.administrators.audit.push('audit-second');
  }),
  designWeakness([], 'drift that is looked for every hour', (design) => {
    assurance(design).operations.baseline.driftHours = 1;
  }),
];
