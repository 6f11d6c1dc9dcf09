export type { Diagnostic, EngineEvent } from './engine-event';
export { type InstallEnginesProps, type InstallStep, installEngines } from './install-engines';
export { type EngineState, listEngines } from './list-engines';
export { OpenTofu, type OpenTofuProps } from './opentofu';
export { type PlanStacksProps, planStacks, type StackPlan } from './plan-stacks';
export { addCounts, type ChangeCounts, type PlannedChange, plannedChanges } from './plan-summary';
export type { StackFolder } from './stack-folder';
export type { Surroundings } from './surroundings';
