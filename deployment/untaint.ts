import type { ApplyJournal } from './apply-journal';
import type { CloudAccess } from './cloud-access';
import type { Deployment } from './deployment';
import { protectedAs } from './protection';
import type { StackState, StateResource } from './stack-state';
import type { StackUnit } from './stack-unit';

export interface UntaintProps {
  readonly deployment: Deployment;
  readonly clouds: CloudAccess;
  readonly stack: StackUnit;
  readonly state: StackState;
  readonly journal: ApplyJournal;
}

/** States of a volume that the provider waits for, or that come after them. */
const READY = new Set(['available', 'in-use']);

/**
 * Takes what is protected for whole again where only the end of its making failed: OpenTofu would make it anew, and its
 * protection refuses that. What somebody tainted by hand is meant, and stays so. Returns addresses of today.
 */
export async function untaint(props: UntaintProps): Promise<string[]> {
  const { deployment, stack, state, journal } = props;
  const whole: string[] = [];
  for (const [address, resource] of state.resources) {
    const ours = resource.tainted && journal.failed.has(address) && protectedAs(stack, resource.type) !== undefined;
    if (!ours || !(await isWhole(props, resource))) continue;
    await deployment.prepare(stack);
    await deployment.tofuOf(stack).untaint({ stack }, resource.address);
    whole.push(address);
  }
  return whole;
}

/**
 * Provider 3.4.0 puts what is protected into the state when the cloud has it ready; tags and access lists come after, and
 * the next apply sets them. A volume is there before it is ready.
 */
async function isWhole({ clouds, stack }: UntaintProps, { type, id }: StateResource): Promise<boolean> {
  if (type !== 'openstack_blockstorage_volume_v3') return true;
  const { volume } = ((await clouds.clientOf(stack).get('volume', `/volumes/${id}`)) ?? {}) as {
    readonly volume?: { readonly status?: string };
  };
  return READY.has(volume?.status ?? '');
}
