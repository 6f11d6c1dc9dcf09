import { BlockstorageVolumeV3 } from '@cdktf/provider-openstack/lib/blockstorage-volume-v3';
import { ComputeServergroupV2 } from '@cdktf/provider-openstack/lib/compute-servergroup-v2';
import { Construct } from 'constructs';
import { addressed, idOf } from './address';
import { given } from './given';
import type { NetworkLookup } from './network-ref';
import type { Part } from './part';
import { markPlace } from './place';
import { Port, type PortProps } from './port';
import { asProject, type ProjectRef } from './project-ref';
import type { SecurityGroupLookup } from './security-group-ref';

export interface ServerTierProps {
  readonly ports: readonly Part<PortProps>[];
  readonly volumes?: readonly VolumeProps[];
  /**
   * A group whose servers never share a host.
   *
   * @default - servers may share hosts
   */
  readonly serverGroup?: { readonly name: string };
  readonly networks: NetworkLookup;
  readonly securityGroups: SecurityGroupLookup;
  /** @default - the project of the credentials */
  readonly owner?: ProjectRef;
  readonly place?: string;
}

export interface VolumeProps {
  readonly key: string;
  readonly name: string;
  readonly sizeGiB: number;
  /**
   * Name of a volume type.
   *
   * @default - the one that the cloud gives where nobody chooses
   */
  readonly type?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly place?: string;
}

/** Places for equal servers: ports, volumes, and the group that spreads them over hosts. */
export class ServerTier extends Construct {
  constructor(
    scope: Construct,
    private readonly key: string,
    private readonly props: ServerTierProps,
  ) {
    super(scope, idOf(key));
    markPlace(this, props.place);
    const { networks, securityGroups, owner } = props;
    const ports = new Construct(this, 'ports');
    for (const port of props.ports)
      new Port(ports, port.key, { ...port, networks, securityGroups, ...given({ owner }) });
    const volumes = new Construct(this, 'volumes');
    for (const volume of props.volumes ?? []) this.addVolume(volumes, volume);
    if (props.serverGroup !== undefined) this.addServerGroup(props.serverGroup.name);
  }

  private addVolume(scope: Construct, volume: VolumeProps): void {
    const resource = new BlockstorageVolumeV3(scope, idOf(volume.key), {
      name: volume.name,
      size: volume.sizeGiB,
      ...given({ volumeType: volume.type, metadata: volume.metadata && { ...volume.metadata } }),
      ...asProject(this.props.owner, 'blockStorage'),
    });
    markPlace(addressed(resource, volume.key), volume.place);
  }

  private addServerGroup(name: string): void {
    const group = new ComputeServergroupV2(this, 'server-group', {
      name,
      policies: ['anti-affinity'],
      ...asProject(this.props.owner, 'compute'),
    });
    addressed(group, this.key);
  }
}
