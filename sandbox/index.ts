export { type SandboxAnswer, type SandboxAskProps, sandboxAsk } from './sandbox-ask';
export {
  type SandboxDownProps,
  type SandboxRegionProps,
  sandboxDown,
  sandboxStartRegion,
  sandboxStopRegion,
} from './sandbox-down';
export { defaultState } from './sandbox-folder';
export type { Progress } from './sandbox-run';
export { defaultSettings, type SandboxNetwork, type SandboxSettings } from './sandbox-settings';
export { type SandboxService, type SandboxStatus, sandboxStatus } from './sandbox-status';
export { failedLogs, type SandboxUpProps, sandboxReset, sandboxUp } from './sandbox-up';
