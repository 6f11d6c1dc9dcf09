export * from './cluster-guardrails';
export * from './exchange-front-end';
export * from './platform-services';
export * from './supervision-reader';
export * from './system-workload';
export * from './tenant-namespace';
