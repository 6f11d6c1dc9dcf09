import type { NetworkDriver } from '../../model/intent';
import type { Text } from '../../model/text';
import type { Reading } from '../packets/address-line';

/** Yes, no, or not known, so that an answer must hold for both. */
export type Answer = 'yes' | 'no' | 'either';

/** Where network drivers differ in what they make of the same resources. */
export type Deviation =
  | 'address-group-admits-all'
  | 'scopes-do-not-separate'
  | 'remote-group-without-pairs'
  | 'ports-of-rare-protocols-ignored'
  | 'snat-for-connected-only'
  | 'forwards-on-the-switch';

export interface DeviationFacts {
  readonly what: Text;
  /** Which of the two answers lets more packets through. */
  readonly permissive: 'yes' | 'no';
  readonly source: string;
}

export const deviations: Readonly<Record<Deviation, DeviationFacts>> = {
  'address-group-admits-all': {
    what: {
      en: 'a rule with remote_address_group_id becomes an ACL without a source: everybody passes',
      zh: '带 remote_address_group_id 的规则被编译为无来源限制的 ACL，任何人都可通过',
    },
    permissive: 'yes',
    source:
      'Neutron 21.0 neutron/common/ovn/acl.py: no match is written for the address group; upstream change 949854 adds one',
  },
  'scopes-do-not-separate': {
    what: { en: 'two address scopes on one router reach each other', zh: '同一路由器上的两个地址域互通' },
    permissive: 'yes',
    source: 'Neutron 21.0 ML2/OVN: the driver knows no address scopes; asked of ovn-trace',
  },
  'remote-group-without-pairs': {
    what: {
      en: 'remote_group_id means the fixed addresses of the members, without their allowed address pairs',
      zh: 'remote_group_id 只含成员的固定地址，不含其允许地址对',
    },
    permissive: 'no',
    source:
      'Neutron 21.0 ovn_client.py: pairs go into Logical_Switch_Port.port_security, not into addresses, from which ovn-northd 23.03 fills the address set of a port group',
  },
  'ports-of-rare-protocols-ignored': {
    what: {
      en: 'a port range of DCCP or UDP-Lite is not written into the ACL: every port passes',
      zh: 'DCCP、UDP-Lite 的端口范围未写入 ACL，所有端口均可通过',
    },
    permissive: 'yes',
    source: 'Neutron 21.0 neutron/common/ovn/acl.py, TRANSPORT_PROTOCOLS = tcp, udp, sctp',
  },
  'snat-for-connected-only': {
    what: {
      en: 'only sources on subnets of the router itself are translated at its gateway',
      zh: '仅路由器直连子网的源地址在网关处做 SNAT',
    },
    permissive: 'yes',
    source: 'Neutron 21.0 ovn_client.py update_nat_rules: one snat row for each connected IPv4 subnet',
  },
  'forwards-on-the-switch': {
    what: {
      en: 'a forwarded port is translated on the networks inside of the router, before a sender there has chosen a router',
      zh: '端口转发在路由器内侧网络上即完成转换，早于发送方选择路由器',
    },
    permissive: 'yes',
    source:
      'Neutron 21.0 neutron/services/portforwarding/drivers/ovn/driver.py: ls_lb_add for every network of the router; asked of ovn-trace',
  },
};

export const deviationIds = Object.keys(deviations) as readonly Deviation[];

/** Releases for which the OVN answers above were asked or read; later ones may have changed. */
const ASKED = ['xena', 'yoga', 'zed'];

/** What is known about a cloud's driver. */
export class DriverBehaviour {
  /** Deviations on which some resource depended and whose answer is not known. */
  readonly undecided = new Set<Deviation>();
  /** Deviations that applied to some resource. */
  readonly applied = new Set<Deviation>();

  constructor(
    private readonly driver: NetworkDriver,
    private readonly reading: Reading,
  ) {}

  get isOvn(): boolean {
    return this.driver.driver === 'ovn';
  }

  static answer(driver: NetworkDriver, deviation: Deviation): Answer {
    if (driver.driver === 'ovs') return 'no';
    if (driver.driver === 'unknown') return 'either';
    return deviation === 'scopes-do-not-separate' || ASKED.includes(driver.release) ? 'yes' : 'either';
  }

  /** Whether the deviation is known to be there; asking does not mean that some answer depends on it. */
  isCertainOf(deviation: Deviation): boolean {
    return DriverBehaviour.answer(this.driver, deviation) === 'yes';
  }

  /** Whether to reckon with the deviation; where it is not known, `may` takes the answer that lets more through. */
  has(deviation: Deviation): boolean {
    const answer = DriverBehaviour.answer(this.driver, deviation);
    if (answer === 'either') this.undecided.add(deviation);
    if (answer === 'yes') this.applied.add(deviation);
    if (answer !== 'either') return answer === 'yes';
    const { permissive } = deviations[deviation];
    return this.reading === 'may' ? permissive === 'yes' : permissive === 'no';
  }
}
