import type { Network, Segment } from '../world/network';

/** Which networks are one wire, because they meet on one physical network and segment. */
export class Wires {
  private readonly parent = new Map<string, string>();
  /** The segment by which two networks were found to be one wire. */
  readonly meetings: { readonly a: Network; readonly b: Network; readonly segment: string }[] = [];

  constructor(networks: readonly Network[]) {
    const first = new Map<string, Network>();
    for (const network of networks)
      for (const segment of network.segments) {
        const key = meetingPoint(segment);
        if (key === undefined) continue;
        const other = first.get(key);
        if (!other) first.set(key, network);
        else if (this.of(other.id) !== this.of(network.id)) {
          this.parent.set(this.of(network.id), this.of(other.id));
          this.meetings.push({ a: other, b: network, segment: key });
        }
      }
  }

  /** The wire of a network: the id of one of the networks that make it up. */
  of(network: string): string {
    const parent = this.parent.get(network);
    return parent === undefined ? network : this.of(parent);
  }
}

/** Two segments with the same text are the same wire; undefined where apply will choose a segment of its own. */
function meetingPoint(segment: Segment): string | undefined {
  const { type, physicalNetwork, id } = segment;
  if (type === 'flat') return physicalNetwork === undefined ? undefined : `flat on ${physicalNetwork}`;
  if (id === undefined) return undefined;
  if (physicalNetwork !== undefined) return `${type === 'unknown' ? 'vlan' : type} ${id} on ${physicalNetwork}`;
  return type === 'vlan' ? undefined : `${type} ${id}`;
}
