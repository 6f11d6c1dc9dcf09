import { DataOpenstackKeymanagerContainerV1 } from '@cdktf/provider-openstack/lib/data-openstack-keymanager-container-v1';
import { DataOpenstackKeymanagerSecretV1 } from '@cdktf/provider-openstack/lib/data-openstack-keymanager-secret-v1';
import { DnsRecordsetV2 } from '@cdktf/provider-openstack/lib/dns-recordset-v2';
import { LbListenerV2 } from '@cdktf/provider-openstack/lib/lb-listener-v2';
import { LbLoadbalancerV2 } from '@cdktf/provider-openstack/lib/lb-loadbalancer-v2';
import { LbMemberV2 } from '@cdktf/provider-openstack/lib/lb-member-v2';
import { LbMonitorV2 } from '@cdktf/provider-openstack/lib/lb-monitor-v2';
import { LbPoolV2 } from '@cdktf/provider-openstack/lib/lb-pool-v2';
import { NetworkingFloatingipV2 } from '@cdktf/provider-openstack/lib/networking-floatingip-v2';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { AddressDesign } from '../../model/design/router-design';
import { addressed, idOf } from './address';
import { given } from './given';
import type { NetworkLookup } from './network-ref';
import { markPlace } from './place';
import { type ProjectRef, within } from './project-ref';

export interface PublicEntryProps {
  readonly name: string;
  /** Key of the network of the VIP, and its address there. */
  readonly network: string;
  readonly vip: AddressDesign;
  /** The address that users know, on the edge network of the plane. */
  readonly floatingIp: { readonly network: string; readonly subnet: string; readonly address: string };
  /** Name of the edge network: the provider finds the pool of floating IPs by it. */
  readonly floatingIpPool: string;
  readonly networks: NetworkLookup;
  /** Name that users type, without the final dot. */
  readonly host: string;
  /** Id of the zone that holds it. */
  readonly dnsZoneId: string;
  readonly port: number;
  /** Name of the certificate container (Barbican), readable with the credentials and by Octavia. */
  readonly tls: string;
  /**
   * Name of the secret with the authority that signs the certificates of clients.
   *
   * @default - clients show no certificate
   */
  readonly clientCa?: string;
  /** Who may connect. */
  readonly allowedCidrs: readonly string[];
  readonly members: readonly { readonly key: string; readonly address: string; readonly port: number }[];
  /** Interfaces of the router between the two networks; where they are made in the same stack. */
  readonly after?: readonly ITerraformDependable[];
  /** @default - the project of the credentials */
  readonly owner?: ProjectRef;
  readonly tags?: readonly string[];
  readonly place?: string;
}

/** A load balancer that ends TLS, with a floating IP and a name. Throws where nobody may connect. */
export class PublicEntry extends Construct {
  constructor(
    scope: Construct,
    private readonly key: string,
    private readonly props: PublicEntryProps,
  ) {
    super(scope, idOf(key));
    markPlace(this, props.place);
    // Octavia reads an empty list as everybody.
    if (props.allowedCidrs.length === 0) throw new Error(`entry ${key} has no allowedCidrs; name who may connect`);
    const loadBalancer = this.addLoadBalancer();
    const pool = this.addPool(this.addListener(loadBalancer));
    for (const member of props.members) this.addMember(pool, member);
    this.addMonitor(pool);
    this.addFloatingIp(loadBalancer);
    this.addName();
  }

  private get tenant(): { tenantId?: string } {
    return given({ tenantId: this.props.owner?.projectId });
  }

  private get common(): { tenantId?: string; tags?: string[] } {
    const { tags } = this.props;
    return { ...this.tenant, ...given({ tags: tags && [...tags] }) };
  }

  private addLoadBalancer(): LbLoadbalancerV2 {
    const { name, vip, network, networks, owner } = this.props;
    const loadBalancer = new LbLoadbalancerV2(this, 'load-balancer', {
      name,
      vipSubnetId: networks(network).subnetId(vip.subnet),
      vipAddress: vip.address,
      ...this.common,
      ...within(owner, 'loadBalancer'),
    });
    return addressed(loadBalancer, this.key);
  }

  private addListener(loadBalancer: LbLoadbalancerV2): LbListenerV2 {
    // It waits for the load balancer, so that a first plan needs no cloud.
    const certificate = new DataOpenstackKeymanagerContainerV1(this, 'certificate', {
      name: this.props.tls,
      dependsOn: [loadBalancer],
    });
    const listener = new LbListenerV2(this, 'listener', {
      name: this.props.name,
      loadbalancerId: loadBalancer.id,
      protocol: 'TERMINATED_HTTPS',
      protocolPort: this.props.port,
      defaultTlsContainerRef: addressed(certificate, this.key).containerRef,
      tlsVersions: ['TLSv1.2', 'TLSv1.3'],
      // Octavia answers them in the order of their characters.
      allowedCidrs: [...this.props.allowedCidrs].sort(),
      ...this.clients(loadBalancer),
      ...this.common,
    });
    return addressed(listener, this.key);
  }

  /** Who shows no certificate of the authority is turned away. */
  private clients(loadBalancer: LbLoadbalancerV2): { clientAuthentication?: string; clientCaTlsContainerRef?: string } {
    const { clientCa } = this.props;
    if (clientCa === undefined) return {};
    const authority = new DataOpenstackKeymanagerSecretV1(this, 'client-authority', {
      name: clientCa,
      dependsOn: [loadBalancer],
    });
    return {
      clientAuthentication: 'MANDATORY',
      clientCaTlsContainerRef: addressed(authority, this.key).secretRef,
    };
  }

  private addPool(listener: LbListenerV2): LbPoolV2 {
    const pool = new LbPoolV2(this, 'pool', {
      name: this.props.name,
      listenerId: listener.id,
      protocol: 'HTTP',
      lbMethod: 'ROUND_ROBIN',
      // What was decrypted here goes on encrypted; certificates of members are not verified.
      tlsEnabled: true,
      tlsVersions: ['TLSv1.2', 'TLSv1.3'],
      ...this.common,
    });
    return addressed(pool, this.key);
  }

  private addMember(pool: LbPoolV2, { key, address, port }: PublicEntryProps['members'][number]): void {
    const member = new LbMemberV2(this, `member-${idOf(key)}`, {
      name: key,
      poolId: pool.id,
      address,
      protocolPort: port,
      ...this.common,
    });
    addressed(member, `${this.key}/${key}`);
  }

  /** Every 10 s, and out after three misses: it asks for a connection, since no path is known to answer. */
  private addMonitor(pool: LbPoolV2): void {
    const monitor = new LbMonitorV2(this, 'monitor', {
      name: this.props.name,
      poolId: pool.id,
      type: 'TCP',
      delay: 10,
      timeout: 5,
      maxRetries: 3,
      ...this.tenant,
    });
    addressed(monitor, this.key);
  }

  private addFloatingIp(loadBalancer: LbLoadbalancerV2): void {
    const { floatingIp, floatingIpPool, host, networks, after } = this.props;
    const resource = new NetworkingFloatingipV2(this, 'floating-ip', {
      pool: floatingIpPool,
      subnetId: networks(floatingIp.network).subnetId(floatingIp.subnet),
      address: floatingIp.address,
      portId: loadBalancer.vipPortId,
      description: host,
      ...this.common,
      ...(after === undefined || after.length === 0 ? {} : { dependsOn: [...after] }),
    });
    addressed(resource, this.key);
  }

  private addName(): void {
    const { floatingIp, host, dnsZoneId } = this.props;
    const recordset = new DnsRecordsetV2(this, 'name', {
      zoneId: dnsZoneId,
      name: `${host}.`,
      type: floatingIp.address.includes(':') ? 'AAAA' : 'A',
      records: [floatingIp.address],
      description: this.props.name,
    });
    addressed(recordset, this.key);
  }
}
