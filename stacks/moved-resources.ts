import { NetworkingSecgroupRuleV2 } from '@cdktf/provider-openstack/lib/networking-secgroup-rule-v2';
import { TerraformElement, TerraformResource } from 'cdktf';
import type { StackDesign } from '../model/design/stack-design';
import type { KeyPositions, MovedKeys } from '../model/moved-key';
import { byKey } from '../model/stable-hash';
import type { CloudStack } from './cloud-stack';

/**
 * Attributes in which names stand and that a cloud cannot change: a new value would destroy the resource and make it
 * again. What exists keeps the one that it has (provider 3.4.0, `ForceNew`).
 */
const FIXED: Readonly<Record<string, string>> = {
  openstack_compute_flavor_v2: 'name',
  openstack_compute_servergroup_v2: 'name',
  openstack_dns_zone_v2: 'name',
  openstack_keymanager_container_v1: 'name',
};

/** Says of every resource whose keys were renamed where the state has it, so that it is moved and not made again. */
export function addMoved(stack: CloudStack, { kind }: Pick<StackDesign, 'kind'>, moved: MovedKeys): void {
  const blocks: MovedBlock[] = [];
  for (const resource of stack.node.findAll().filter(TerraformResource.isTerraformResource)) {
    const { terraformResourceType: type, friendlyUniqueId: name } = resource;
    const names = [...moved.formerNames(name, '_', positionsOf(kind, type)), name].map((one) => `${type}.${one}`);
    blocks.push(...names.slice(1).map((to, i) => ({ from: names[i] as string, to })));
    const fixed = names.length > 1 ? FIXED[type] : undefined;
    if (fixed !== undefined) keep(resource, fixed);
    if (isRule(resource) && namesMoved(resource, moved)) keep(resource, 'description');
  }
  if (blocks.length > 0) new MovedBlocks(stack, 'moved', blocks);
}

interface MovedBlock {
  readonly from: string;
  readonly to: string;
}

/** OpenTofu's `moved` blocks: a resource that had several names goes from each to the next. */
class MovedBlocks extends TerraformElement {
  constructor(
    scope: CloudStack,
    id: string,
    private readonly blocks: readonly MovedBlock[],
  ) {
    super(scope, id);
  }

  override toTerraform(): { moved: readonly MovedBlock[] } {
    return { moved: [...this.blocks].sort((a, b) => byKey(a.from, b.from)) };
  }
}

/** Keys of pools lead in a foundation; a project's access to a flavor has them behind the key of the project. */
function positionsOf(kind: StackDesign['kind'], type: string): KeyPositions {
  if (kind === 'foundation') return { pools: 0 };
  if (kind !== 'tenant') return {};
  return type === 'openstack_compute_flavor_access_v2' ? { tenants: 0, pools: 1 } : { tenants: 0 };
}

function isRule(resource: TerraformResource): resource is NetworkingSecgroupRuleV2 {
  return resource.terraformResourceType === NetworkingSecgroupRuleV2.tfResourceType;
}

/** The description carries the ids of flows, and a rule is made again to change it: connections would break for a word. */
function namesMoved({ descriptionInput }: NetworkingSecgroupRuleV2, moved: MovedKeys): boolean {
  const words = (descriptionInput ?? '').split(/[\s;,]+/);
  return words.some((word) => moved.formerNames(word, '/', { tenants: 0 }).length > 0);
}

function keep(resource: TerraformResource, attribute: string): void {
  const before = resource.lifecycle?.ignoreChanges ?? [];
  resource.lifecycle = { ...resource.lifecycle, ignoreChanges: before === 'all' ? before : [...before, attribute] };
}
