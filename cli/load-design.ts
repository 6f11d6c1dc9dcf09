import { type DescribedEnvironment, readEnvironment } from '../environments/read-environment';
import type { Design } from '../model/design/design';
import { designEnvironment } from '../model/design/design-environment';
import type { Context } from './context';

/** An environment as described and as decided. Throws ProblemsError with everything that is wrong with either. */
export function loadDesign(
  id: string,
  { environments }: Context,
): { readonly environment: DescribedEnvironment; readonly design: Design } {
  const environment = readEnvironment(environments, id);
  return { environment, design: designEnvironment(environment) };
}
