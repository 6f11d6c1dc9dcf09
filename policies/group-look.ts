import type { Text } from '../model/text';
import type { Admitted } from './admission';
import type { JudgedResource } from './judged-resources';
import { type Look, lookAtEach } from './policy';
import type { Ports } from './ports';
import { privateBlocks } from './public-blocks';
import type { Subject } from './subject';

/**
 * Looks at every security group: whom its rules admit from the Internet, whether a port has it or not. The proof adds
 * rules up, so that two halves are a whole and `10.0.0.0/0` is everybody.
 */
export function lookAtIngress(
  subject: Subject,
  ports: readonly Ports[] | undefined,
  words: (one: Admitted) => Text,
): Look {
  const known = [...privateBlocks, ...ownBlocks(subject), ...(subject.design?.assurance.operators ?? [])];
  return lookAtEach(groups(subject), ({ id }) => {
    const admitted = subject.openings.admission(id, 'ingress').open(ports, known);
    if (admitted === undefined) return undefined;
    const place = admitted.rules[0]?.place;
    return {
      message: words(admitted),
      outcome: admitted.sure ? 'fail' : 'warn',
      ...(place !== undefined && place !== admitted.rules[0]?.id && { place }),
    };
  });
}

/** Blocks of the cloud itself: of its planes, and of every subnet that is not the outside. IPv6 has no private ones. */
function ownBlocks({ design, openings }: Subject): readonly string[] {
  const outside = new Set(openings.world.networks.filter((one) => one.external).map((one) => one.id));
  const subnets = openings.world.subnets.filter((one) => !outside.has(one.network)).map((one) => one.cidr);
  return [...subnets, ...(design?.intent.planes.flatMap((plane) => plane.blocks) ?? [])];
}

export function groups({ resources }: Subject): readonly JudgedResource[] {
  return resources.ofType('openstack_networking_secgroup_v2');
}
