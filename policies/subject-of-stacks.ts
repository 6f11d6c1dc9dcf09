import type { Design } from '../model/design/design';
import type { EmittedStack } from '../model/emitted-stack';
import { readStacks } from '../proof/reading/read-stacks';
import { providersOfDefinition } from './provider-blocks';
import { Subject, type SubjectProps } from './subject';

/** A cloud that was designed here, with everything that was emitted for it; `table` and `asked` where somebody has them. */
export function subjectOfStacks(
  design: Design,
  stacks: readonly EmittedStack[],
  props: Omit<SubjectProps, 'design' | 'providers' | 'driver'>,
): Subject {
  const providers = stacks.flatMap(({ definition }) => providersOfDefinition(definition));
  return new Subject({ design, providers, ...props, table: props.table ?? readStacks(stacks) });
}
