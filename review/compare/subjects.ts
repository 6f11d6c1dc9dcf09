import type { Design } from '../../model/design/design';
import type { Text } from '../../model/text';

/** What a resource belongs to, in the words of the cloud's description. */
export interface Subject {
  readonly kind: SubjectKind;
  /** `finance/budget/app`, `extranet/edge`, `gap-1`. */
  readonly key: string;
}

export const subjectKinds = {
  tier: { en: 'tier', zh: '层' },
  entry: { en: 'entry', zh: '入口' },
  project: { en: 'project', zh: '项目' },
  tenant: { en: 'department', zh: '部门' },
  zone: { en: 'zone', zh: '区域' },
  relay: { en: 'relay', zh: '中继' },
  plane: { en: 'plane', zh: '平面' },
  pool: { en: 'pool', zh: '资源池' },
  gap: { en: 'gap device', zh: '网闸' },
  stack: { en: 'stack', zh: '堆栈' },
  cluster: { en: 'cluster', zh: '集群' },
  namespace: { en: 'namespace', zh: '命名空间' },
} as const satisfies Record<string, Text>;

export type SubjectKind = keyof typeof subjectKinds;

/** Finds the subject of a resource by its name: keys are its beginning, with `_` for `/`. */
export class Subjects {
  private readonly known = new Map<string, Subject>();
  private readonly clusters = new Set<string>();

  constructor(designs: readonly Design[]) {
    for (const design of designs) this.add(design);
  }

  /**
   * Of `openstack_networking_port_v2.finance_budget_app_1` the tier finance/budget/app, of an object in a cluster its
   * namespace, or the cluster.
   */
  of(address: string, stack: string): Subject {
    const name = address.slice(address.indexOf('.') + 1);
    if (this.clusters.has(stack)) return inCluster(address, name, stack);
    for (let end = name.length; end > 0; end = name.lastIndexOf('_', end - 1)) {
      const found = this.known.get(name.slice(0, end));
      if (found) return found;
    }
    return { kind: 'stack', key: stack };
  }

  private add({ planes, pools, gaps, tenants, clusters = [] }: Design): void {
    for (const cluster of clusters) this.clusters.add(cluster.stack);
    for (const pool of pools) this.note('pool', pool.key);
    for (const gap of gaps) this.note('gap', gap.key);
    for (const plane of planes) {
      this.note('plane', plane.key);
      this.note('project', plane.project.key);
      for (const zone of plane.zones) this.note('zone', `${plane.key}/${zone.key}`);
      for (const relay of plane.relays)
        for (const leg of relay.legs) this.note('relay', leg.port.key, `${plane.key}/${relay.key}`);
    }
    for (const tenant of tenants) {
      this.note('tenant', tenant.key);
      for (const vpc of tenant.vpcs) {
        this.note('project', vpc.key);
        for (const tier of vpc.tiers) this.note('tier', tier.key);
      }
    }
  }

  private note(kind: SubjectKind, id: string, key: string = id): void {
    this.known.set(id.replaceAll('/', '_'), { kind, key });
  }
}

function inCluster(address: string, name: string, stack: string): Subject {
  const [namespace = '', inside] = name.split('/');
  return inside !== undefined || address.startsWith('Namespace.')
    ? { kind: 'namespace', key: namespace }
    : { kind: 'cluster', key: stack };
}
