import { type Level, levels } from './clauses';
import { mlpsPolicies } from './mlps/mlps-policies';
import type { Policy } from './policy';

/** Folders of policies, each a pack of its own. */
const folders: Readonly<Record<string, readonly Policy[]>> = {
  mlps: mlpsPolicies,
};

/** Every policy there is, each once, in the order of packs. */
export const policies: readonly Policy[] = Object.values(folders).flat();

const ofLevel = (level: Level): Policy[] =>
  policies.filter((one) => one.controls.length > 0 && (one.clauses?.[level] ?? []).length > 0);

/** Packs by name. `mlps-2`, `mlps-3` and `mlps-4` are whatever has a clause at that level, from whichever folder. */
export const packs: Readonly<Record<string, readonly Policy[]>> = {
  ...Object.fromEntries(levels.map((level) => [`mlps-${level}`, ofLevel(level)])),
  ...Object.fromEntries(Object.entries(folders).filter(([name]) => name !== 'mlps')),
};
