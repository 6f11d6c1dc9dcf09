export { failedLogs } from './failed-logs';
export type { ClusterSettings, SandboxCluster } from './kubernetes/cluster-settings';
export { type ClustersDownProps, clustersDown } from './kubernetes/clusters-down';
export { type ClustersStatus, clustersStatus } from './kubernetes/clusters-status';
export { type ClustersUpProps, clustersReset, clustersUp } from './kubernetes/clusters-up';
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
export { type SandboxUpProps, sandboxReset, sandboxUp } from './sandbox-up';
