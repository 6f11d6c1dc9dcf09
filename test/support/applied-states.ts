import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OpenTofu } from '../../engines/opentofu';
import type { Surroundings } from '../../engines/surroundings';
import type { EmittedStack } from '../../model/emitted-stack';
import type { DeployableEnvironment } from './deployable-environment';
import { egov } from './egov-run';
import { plannedState } from './planned-state';

const STACKS = ['foundation', 'planes', 'tenant-health'];

/** States as an apply would leave them, made by OpenTofu without a cloud; stacks above hold the ids of those below. */
export async function writeAppliedStates(county: DeployableEnvironment, surroundings: Surroundings): Promise<void> {
  const tofu = await OpenTofu.find({ surroundings });
  for (const name of STACKS) {
    const synthesis = await egov('synth small', { folder: county.folder, surroundings });
    if (synthesis.code !== 0) throw new Error(synthesis.said);
    const folder = join(county.folder, '.egov/small/stacks', name);
    const definition = JSON.parse(readFileSync(join(folder, 'cdk.tf.json'), 'utf8')) as EmittedStack['definition'];
    const wanted = Object.keys(definition.variable ?? {}).filter((variable) => variable !== 'region');
    const inputs = Object.fromEntries(wanted.map((variable) => [variable, outputOf(county, variable)]));
    writeFileSync(join(folder, 'test.auto.tfvars.json'), JSON.stringify(inputs));
    await tofu.init({ stack: { name, folder } });
    await tofu.plan({ stack: { name, folder } });
    const document = await tofu.showDocument({ stack: { name, folder } });
    const schemas = await tofu.providersSchema({ stack: { name, folder } });
    mkdirSync(county.state, { recursive: true });
    const state = plannedState(document, definition, schemas, `lineage-of-${name}`);
    writeFileSync(join(county.state, `${name}.tfstate`), state);
  }
}

export function stateFiles({ state }: DeployableEnvironment): string[] {
  return readdirSync(state).filter((name) => name.endsWith('.tfstate'));
}

/** An output of a stack that has a state already. */
function outputOf(county: DeployableEnvironment, name: string): unknown {
  for (const file of stateFiles(county)) {
    const { outputs } = JSON.parse(readFileSync(join(county.state, file), 'utf8'));
    if (outputs[name] !== undefined) return outputs[name].value;
  }
  throw new Error(`no state gives ${name}`);
}
