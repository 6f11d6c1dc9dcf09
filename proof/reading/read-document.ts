import type { TerraformJson } from '../../model/emitted-stack';
import { type Problem, ProblemsError } from '../../model/problem';
import { PROOF_INPUT_FOREIGN, PROOF_INPUT_TOO_LARGE, PROOF_INPUT_UNREADABLE } from '../proof-problems';
import type { NetworkWorld } from '../world/network-world';
import { type PlanJson, readPlan } from './read-plan';
import { readStacks } from './read-stacks';
import { readWorld } from './read-world';
import type { ResourceTable } from './resource-table';

/** 199,000 resources took 1.9 GB and 51 s; a million rules found no room in the 4 GB that a process has. */
const MOST = 200_000;

/** The world that one file describes, be it what `tofu show -json` prints or a cdk.tf.json. Throws as `readTable`. */
export function readDocument(file: string, text: string): NetworkWorld {
  return readWorld(readTable(file, text));
}

/**
 * Reads the text of one file, be it what `tofu show -json` prints or a cdk.tf.json.
 *
 * @throws ProblemsError where it is neither, holds nothing of OpenStack, or is too large.
 */
export function readTable(file: string, text: string): ResourceTable {
  const problems: Problem[] = [];
  const table = tableOf(file, text, problems);
  if (table && problems.length === 0) {
    const foreign = [...new Set(table.resources.map((one) => one.type))].filter(
      (type) => !type.startsWith('openstack_'),
    );
    if (!table.resources.some((one) => one.type.startsWith('openstack_')))
      problems.push(PROOF_INPUT_FOREIGN.at(file, { types: foreign.slice(0, 5).join(', ') || 'no resource at all' }));
    if (table.resources.length > MOST)
      problems.push(PROOF_INPUT_TOO_LARGE.at(file, { found: table.resources.length, most: MOST }));
  }
  if (!table || problems.length > 0) throw new ProblemsError(problems);
  return table;
}

function tableOf(file: string, text: string, problems: Problem[]): ResourceTable | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    problems.push(PROOF_INPUT_UNREADABLE.at(file, { got: (error as Error).message }));
    return undefined;
  }
  const keys = typeof document === 'object' && document !== null && !Array.isArray(document) ? document : {};
  if ('planned_values' in keys) return readPlan(keys as PlanJson);
  if ('resource' in keys)
    return readStacks([{ name: file, definition: keys as TerraformJson, inputs: {}, places: {} }]);
  problems.push(PROOF_INPUT_UNREADABLE.at(file, { got: Object.keys(keys).slice(0, 5).join(', ') || typeof document }));
  return undefined;
}
