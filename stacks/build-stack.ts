import type { Construct } from 'constructs';
import type { StackDesign } from '../model/design/stack-design';
import type { CloudStack, CloudStackProps } from './cloud-stack';
import { FoundationStack } from './foundation-stack';
import { GapStack } from './gap-stack';
import { KubernetesStack } from './kubernetes-stack';
import { addMoved } from './moved-resources';
import { PlanesStack } from './planes-stack';
import { TenantStack } from './tenant-stack';

const KINDS: Readonly<
  Record<StackDesign['kind'], new (scope: Construct, id: string, props: CloudStackProps) => CloudStack>
> = {
  foundation: FoundationStack,
  planes: PlanesStack,
  gap: GapStack,
  kubernetes: KubernetesStack,
  tenant: TenantStack,
};

/** The constructs of one stack of a design. The id names its folder and its state. */
export function buildStack(scope: Construct, id: string, props: CloudStackProps): CloudStack {
  const stack = new KINDS[props.stack.kind](scope, id, props);
  if (props.index.design.moved !== undefined) addMoved(stack, props.stack, props.index.moved);
  return stack;
}
