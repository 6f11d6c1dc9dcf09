import { Construct } from 'constructs';
import { ComputePool, DnsZone } from '../constructs/openstack/index';
import { CLOUD_ZONE } from './cloud-index';
import { CloudStack, type CloudStackProps } from './cloud-stack';

/** What a site offers to all planes: its compute pools, and at the primary site the cloud's zone in the DNS. */
export class FoundationStack extends CloudStack {
  constructor(scope: Construct, id: string, props: CloudStackProps) {
    super(scope, id, props);
    this.addPools();
    const { index, stack } = props;
    if (index.makerOf('dns_zone', CLOUD_ZONE) === stack.key) this.addZone();
  }

  private addPools(): void {
    const { index, stack } = this.cloud;
    const scope = new Construct(this, 'pools');
    for (const pool of index.design.pools) {
      if (pool.site !== stack.site) continue;
      const { flavorIds } = new ComputePool(scope, pool.key, pool);
      for (const [key, flavorId] of flavorIds) this.give('flavor', key, flavorId);
    }
  }

  private addZone(): void {
    const { dnsZone, name } = this.cloud.index.design;
    const zone = new DnsZone(this, CLOUD_ZONE, { ...dnsZone, description: name });
    this.give('dns_zone', CLOUD_ZONE, zone.zoneId);
  }
}
