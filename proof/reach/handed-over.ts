import type { AddressLine } from '../packets/address-line';
import type { IntervalSet } from '../packets/interval-set';
import type { PacketAlgebra } from '../packets/packet-algebra';
import type { EndpointClass } from './endpoint-class';

interface Around {
  readonly algebra: PacketAlgebra;
  readonly line: AddressLine;
}

/** What a class takes when a router hands packets to one address of it, whatever their destination. */
export function acceptedFrom({ algebra, line }: Around, to: EndpointClass, hop: IntervalSet): IntervalSet {
  const { lines } = algebra;
  if (to.beyond) return lines.overlaps(to.receives, hop) ? to.receives : lines.empty;
  if (!lines.overlaps(to.owns, hop)) return lines.empty;
  if (to.outsider || to.members[0]?.security === false) return to.outsider ? to.receives : line.everything;
  const owners = to.members.filter((port) => lines.overlaps(line.sets([...port.addresses, ...port.pairs]), hop));
  return owners.length > 0 ? line.sets(owners.flatMap((port) => [...port.addresses, ...port.pairs])) : to.receives;
}
