import { DnsZoneV2 } from '@cdktf/provider-openstack/lib/dns-zone-v2';
import { Construct } from 'constructs';
import { addressed, idOf } from './address';
import { given } from './given';
import { markPlace } from './place';

export interface DnsZoneProps {
  /** With the final dot. */
  readonly name: string;
  /** Of the person who answers for the zone. */
  readonly email: string;
  readonly description?: string;
  readonly place?: string;
}

/**
 * A primary zone of Designate, in the project of the credentials: Designate refuses a zone below one of another
 * project, so all zones of a cloud belong to those who run it.
 */
export class DnsZone extends Construct {
  readonly zoneId: string;

  constructor(scope: Construct, key: string, props: DnsZoneProps) {
    super(scope, idOf(key));
    markPlace(this, props.place);
    const zone = new DnsZoneV2(this, 'zone', {
      name: props.name,
      email: props.email,
      type: 'PRIMARY',
      ...given({ description: props.description }),
    });
    this.zoneId = addressed(zone, key).id;
  }
}
