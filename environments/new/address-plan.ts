import { Cidr } from '../../model/cidr';
import { type DelegationRequest, type DelegationUse, delegationOwner } from '../../model/delegation';
import { Jurisdiction } from '../../model/jurisdiction';
import { bitsOfSize, type DivisionSize, isLeaf, levelSizes } from './division-sizes';

type Plane = 'extranet' | 'internet' | 'management' | 'storage';

/** The addresses of a new division, all out of what the division above gave it. */
export interface AddressPlan {
  readonly planes: Readonly<Record<Plane, readonly Cidr[]>>;
  readonly reachable: Readonly<Record<'extranet' | 'internet', Cidr>>;
  /** Office networks of departments, in the order of their keys. */
  readonly offices: readonly Cidr[];
  /** What it may give to divisions below; a county has none. */
  readonly below: Readonly<Record<DelegationUse, readonly Cidr[]>> | undefined;
}

export interface PlanProps {
  readonly adcode: string;
  readonly size: DivisionSize;
  readonly ipv6: boolean;
  readonly departments: number;
}

function levelOf(adcode: string) {
  return Jurisdiction.parse(adcode)?.profile ?? 'county';
}

/** What a division asks the one above for. */
export function addressRequests({ adcode, size, ipv6 }: PlanProps): readonly DelegationRequest[] {
  const { blocks, v6 } = levelSizes[levelOf(adcode)];
  const more = bitsOfSize(size);
  const four = (use: DelegationUse): DelegationRequest => ({ adcode, use, family: 4, prefix: blocks[use] - more });
  const six: DelegationRequest = { adcode, use: 'private', family: 6, prefix: v6.block };
  return [four('private'), four('extranet'), four('internet'), ...(ipv6 ? [six] : [])];
}

/** Divides what was granted. The larger part comes first, so that each is aligned; a half is kept for divisions below. */
export function addressPlan(props: PlanProps, granted: ReadonlyMap<string, Cidr>): AddressPlan {
  const { adcode, size, ipv6, departments } = props;
  const level = levelOf(adcode);
  const { planes, reachable, office, v6 } = levelSizes[level];
  const more = bitsOfSize(size);
  const leaf = isLeaf(level);
  const whole = (use: DelegationUse, family: 4 | 6 = 4): Cidr => {
    const block = granted.get(delegationOwner({ adcode, use, family }));
    if (block === undefined) throw new RangeError(`${use} of ${adcode} was not granted`);
    return block;
  };
  const own = (block: Cidr): Cidr => (leaf ? block : block.subnet(block.prefix + 1, 0));
  const rest = (block: Cidr): Cidr => block.subnet(block.prefix + 1, 1);

  const four = new Cursor(own(whole('private')));
  const six = ipv6 ? new Cursor(own(whole('private', 6))) : undefined;
  const planeOf = (plane: Plane): readonly Cidr[] => [
    four.next(planes[plane] - more),
    ...(six === undefined ? [] : [six.next(v6.plane)]),
  ];
  const extranet = new Cursor(own(whole('extranet')));
  const outside = extranet.next(reachable.extranet - more);
  return {
    planes: {
      extranet: planeOf('extranet'),
      internet: planeOf('internet'),
      management: planeOf('management'),
      storage: planeOf('storage'),
    },
    reachable: { extranet: outside, internet: new Cursor(own(whole('internet'))).next(reachable.internet - more) },
    offices: Array.from({ length: departments }, () => extranet.next(office)),
    below: leaf
      ? undefined
      : {
          private: [rest(whole('private')), ...(ipv6 ? [rest(whole('private', 6))] : [])],
          extranet: [rest(whole('extranet'))],
          internet: [rest(whole('internet'))],
        },
  };
}

/** Blocks one after the other; each is at most as large as the one before it. */
class Cursor {
  private at = 0n;

  constructor(private readonly holder: Cidr) {}

  next(prefix: number): Cidr {
    const block = Cidr.around(this.holder.address(this.at), prefix);
    this.at += block.size;
    return block;
  }
}
