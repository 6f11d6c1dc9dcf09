/**
 * The program of cdktf.json, for `cdktn synth`: every environment below `environments/`, or the one that
 * `EGOV_ENVIRONMENT` names. Its stacks are called `<environment>.<stack>`, since they lie in one folder. What fails
 * `egov check` fails here; `EGOV_AS_OF` is the day of the run.
 */
import { join } from 'node:path';
import { App } from 'cdktf';
import { listEnvironments } from '../environments/environment-list';
import { packageRoot } from '../environments/package-root';
import { readEnvironment } from '../environments/read-environment';
import type { Design } from '../model/design/design';
import { designEnvironment } from '../model/design/design-environment';
import { dayOn } from '../policies/waivers/day';
import { buildStack } from './build-stack';
import { CloudIndex } from './cloud-index';
import type { CloudStack } from './cloud-stack';
import { PolicyValidation } from './policy-validation';
import { inOrder } from './stack-order';

process.env['CDKTN_DISABLE_CREATION_STACK'] ??= '1';

const root = join(packageRoot(), 'environments');
const wanted = process.env['EGOV_ENVIRONMENT'] ?? '';
const asOf = process.env['EGOV_AS_OF'] ?? dayOn(new Date());
const app = new App();
for (const id of wanted === '' ? listEnvironments(root) : [wanted]) addCloud(app, id);
app.synth();

function addCloud(app: App, id: string): void {
  const environment = readEnvironment(root, id);
  const design = designEnvironment(environment);
  addStacks(app, design);
  app.node.addValidation(new PolicyValidation(environment, design, asOf));
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
