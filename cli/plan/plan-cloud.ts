import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineEvent } from '../../engines/engine-event';
import { OpenTofu } from '../../engines/opentofu';
import { planStacks, type StackPlan } from '../../engines/plan-stacks';
import type { StackFolder } from '../../engines/stack-folder';
import type { Surroundings } from '../../engines/surroundings';
import type { Synthesis } from '../../stacks/synthesise';
import { leftStates, manifestInputs } from './manifest-inputs';

export interface PlanCloudProps {
  readonly synthesis: Synthesis;
  /** The folder of the synthesis; states lie below it. */
  readonly out: string;
  /** Names of the stacks to plan, in any order. @default all */
  readonly only?: readonly string[];
  readonly surroundings: Surroundings;
  readonly signal: AbortSignal;
  /** Whether OpenTofu also renders each plan for a person. */
  readonly text: boolean;
  readonly colour: boolean;
  /** Whether whole plans are handed on. @default false */
  readonly documents?: boolean;
  readonly onPlan?: (plan: StackPlan) => void;
  readonly onEvent?: (stack: StackFolder, event: EngineEvent) => void;
}

export interface CloudPlan {
  /** Whether a cloud was asked; else everything is planned from the states alone. */
  readonly cloud: boolean;
  /** In the order of dependencies. */
  readonly plans: readonly StackPlan[];
  /** How many inputs were stood in for, because their stack was never applied. */
  readonly placeholders: number;
  /** Names of states with something in them that nothing describes any more. */
  readonly left: readonly string[];
}

/** Handed to OpenTofu by name: a file that it does not load by itself, so that no apply ever sees a placeholder. */
const INPUTS_FILE = 'plan-inputs.json';
const PLAN_FILE = 'egov.tfplan';

/**
 * Lets OpenTofu plan the stacks of a synthesis, some at a time. What a plan was made of and made is removed afterwards:
 * a plan with placeholders in it is to be read, never applied. Throws ProblemsError where OpenTofu is missing.
 */
export async function planCloud(props: PlanCloudProps): Promise<CloudPlan> {
  const { synthesis, out, only, signal, surroundings } = props;
  const wanted = synthesis.manifest.stacks.filter(({ name }) => only === undefined || only.includes(name));
  const stacks = wanted.map(({ name, places }) => ({ name, folder: join(synthesis.stacks, name), places }));
  const tofu = await OpenTofu.find({ surroundings: withInputsFile(surroundings), signal });
  const inputs = manifestInputs(synthesis.manifest, out, tofu.engine.version);
  try {
    for (const { name, folder } of stacks)
      writeFileSync(join(folder, INPUTS_FILE), `${JSON.stringify(inputs.get(name)?.values ?? {}, null, 2)}\n`);
    const { text, colour, documents = false, onPlan, onEvent } = props;
    const plans = await planStacks({
      tofu,
      stacks,
      signal,
      text,
      colour,
      documents,
      ...(onPlan !== undefined && { onPlan }),
      ...(onEvent !== undefined && { onEvent }),
    });
    const placeholders = wanted.reduce((sum, { name }) => sum + (inputs.get(name)?.open.length ?? 0), 0);
    return { cloud: tofu.cloud, plans, placeholders, left: leftStates(synthesis.manifest, out, tofu.engine.version) };
  } finally {
    for (const { folder } of stacks)
      for (const file of [INPUTS_FILE, PLAN_FILE]) rmSync(join(folder, file), { force: true });
  }
}

/** OpenTofu takes further arguments of `plan` from this variable; the user's own stay. */
function withInputsFile(surroundings: Surroundings): Surroundings {
  const given = surroundings['TF_CLI_ARGS_plan'] ?? '';
  return { ...surroundings, TF_CLI_ARGS_plan: `${given} -var-file=${INPUTS_FILE}`.trim() };
}
