import type { PortDesign } from './port-design';
import type { SecurityGroupDesign } from './security-group-design';

/** A gap device (网闸): the only thing that touches two planes. Its hosts are ports; no router joins their networks. */
export interface GapDesign {
  readonly key: string;
  readonly oneWay?: 'in' | 'out';
  readonly sides: readonly [GapSideDesign, GapSideDesign];
  readonly channels: readonly ChannelDesign[];
  readonly place: string;
}

/** `outer` stands in the exchange zone of the internet plane, `inner` in that of the extranet plane. */
export interface GapSideDesign {
  readonly side: 'outer' | 'inner';
  readonly plane: string;
  readonly groups: readonly SecurityGroupDesign[];
  readonly ports: readonly PortDesign[];
}

export interface ChannelDesign {
  readonly key: string;
  readonly kind: 'db' | 'file' | 'message' | 'request' | 'stream';
  readonly direction: 'in' | 'out' | 'both';
  readonly from: string;
  readonly to: string;
  readonly maxMbps: number;
  readonly checks: readonly ('antivirus' | 'content')[];
  readonly approval: { readonly id: string; readonly until: string };
  readonly place: string;
}
