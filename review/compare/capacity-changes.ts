import type { Design } from '../../model/design/design';
import type { Text } from '../../model/text';
import type { Change } from '../change';

interface Measure {
  readonly subject: string;
  readonly what: Text;
  readonly value: string;
  readonly place: string;
}

/** What the servers of a cloud want of its pools, and what addresses its networks take. */
export function capacityChanges(environment: string, before: Design | undefined, after: Design | undefined): Change[] {
  const [old, now] = [measures(before), measures(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key): Change[] => {
    const [was, is] = [old.get(key), now.get(key)];
    const one = is ?? was;
    if (!one || was?.value === is?.value) return [];
    return [
      {
        environment,
        lane: 5,
        rank: 1,
        kind: 'capacity',
        subject: one.subject,
        what: one.what,
        ...(was && { before: was.value }),
        ...(is && { after: is.value }),
        place: one.place,
        resources: [],
      },
    ];
  });
}

function measures(design: Design | undefined): Map<string, Measure> {
  const found = new Map<string, Measure>();
  const note = (subject: string, what: Text, value: string, place: string) =>
    found.set(`${subject}\t${what.en}`, { subject, what, value, place });
  for (const { key, wanted, capacity, place } of design?.pools ?? []) {
    const used = (part: number, whole: number) =>
      `${part} / ${whole}${whole === 0 ? '' : ` (${Math.round((part / whole) * 100)} %)`}`;
    note(
      key,
      { en: 'processors wanted of the pool', zh: '资源池处理器需求' },
      used(wanted.vcpus, capacity.vcpus),
      place,
    );
    note(
      key,
      { en: 'memory wanted of the pool, GiB', zh: '资源池内存需求（GiB）' },
      used(wanted.memoryGiB, capacity.memoryGiB),
      place,
    );
  }
  for (const { vpcs, key, place } of design?.tenants ?? []) {
    const volumes = vpcs.flatMap((vpc) => vpc.tiers.flatMap((tier) => tier.volumes));
    const size = volumes.reduce((sum, one) => sum + one.sizeGiB, 0);
    note(key, { en: 'volumes of the department, GiB', zh: '部门云硬盘容量（GiB）' }, `${size}`, place);
    const networks = vpcs.flatMap((vpc) => vpc.networks.flatMap((one) => one.subnets.map(({ cidr }) => cidr)));
    note(key, { en: 'subnets of the department', zh: '部门子网数' }, `${networks.length}`, place);
  }
  return found;
}
