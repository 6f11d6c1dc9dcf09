import { App } from 'cdktf';
import { readEnvironment } from '../environments/read-environment';
import type { Design } from '../model/design/design';
import { designEnvironment } from '../model/design/design-environment';
import type { Policy } from '../policies/policy';
import { buildStack } from './build-stack';
import { CloudIndex } from './cloud-index';
import type { CloudStack } from './cloud-stack';
import { PolicyValidation } from './policy-validation';
import { inOrder } from './stack-order';

export interface OpenStackAppProps {
  /** Folder of the environments. */
  readonly root: string;
  readonly ids: readonly string[];
  /** The day of the run, YYYY-MM-DD: waivers end. */
  readonly asOf: string;
  /** Policies of the repository, judged beside those of egov. @default none */
  readonly own?: readonly Policy[];
}

/**
 * The CDKTF app of some environments. Its stacks are called `<environment>.<stack>`, since they lie in one folder. Its
 * synthesis fails where `egov check` would. Throws ProblemsError where an environment is wrong.
 */
export function openStackApp({ root, ids, asOf, own = [] }: OpenStackAppProps): App {
  const app = new App();
  for (const id of ids) {
    const environment = readEnvironment(root, id);
    const design = designEnvironment(environment);
    addStacks(app, design);
    app.node.addValidation(new PolicyValidation(environment, design, asOf, own));
  }
  return app;
}

function addStacks(app: App, design: Design): void {
  const index = new CloudIndex(design);
  const built = new Map<string, CloudStack>();
  for (const stack of inOrder(design.stacks)) {
    const one = buildStack(app, `${design.environment.replaceAll('/', '.')}.${stack.key}`, { index, stack });
    built.set(stack.key, one);
    for (const key of stack.after) {
      const earlier = built.get(key);
      if (earlier !== undefined) one.addDependency(earlier);
    }
  }
}
