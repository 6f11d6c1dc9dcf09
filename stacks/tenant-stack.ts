import { Construct } from 'constructs';
import { DnsZone, TenantVpc, type VpcSurroundings } from '../constructs/openstack/index';
import type { TenantDesign, VpcDesign } from '../model/design/tenant-design';
import { CLOUD_ZONE } from './cloud-index';
import { CloudStack, type CloudStackProps } from './cloud-stack';

/** Everything of one department: its zone in the DNS, and a VPC in each plane that it uses. */
export class TenantStack extends CloudStack {
  constructor(scope: Construct, id: string, props: CloudStackProps) {
    super(scope, id, props);
    const tenant = this.tenant(props);
    const { dnsZone, name, place } = tenant;
    const zone = new DnsZone(this, tenant.key, { ...dnsZone, description: name, place });
    this.give('dns_zone', tenant.key, zone.zoneId);
    const vpcs = new Construct(this, 'vpcs');
    for (const vpc of tenant.vpcs) this.addVpc(vpcs, vpc);
  }

  private tenant({ index, stack }: CloudStackProps): TenantDesign {
    const tenant = index.design.tenants.find(({ key }) => key === stack.tenant);
    if (tenant === undefined) throw new Error(`stack ${stack.key} is for ${stack.tenant}, which the design lacks`);
    return tenant;
  }

  private addVpc(scope: Construct, vpc: VpcDesign): void {
    const made = new TenantVpc(scope, vpc.key, { ...vpc, outside: this.around(vpc) });
    this.give('project', vpc.project.key, made.project.projectId);
    this.give('router', vpc.router.key, made.router.routerId);
    for (const { key, subnets } of vpc.networks) this.giveNetwork(key, made.network(key), subnets);
  }

  private around(vpc: VpcDesign): VpcSurroundings {
    const { index } = this.cloud;
    return {
      networks: this.takeNetwork,
      networkName: (key) => index.network(key).name,
      projects: this.takeProject,
      flavorId: (key) => this.take('flavor', key),
      dnsZoneId: () => this.take('dns_zone', CLOUD_ZONE),
      pools: index.plane(vpc.plane).pools.map((pool) => this.takePool(pool)),
      region: this.region,
    };
  }
}
