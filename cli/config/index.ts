export type { UsualDepartment, UsualSystem } from '../../environments/new/departments';
export type { Finding, Found } from '../../policies/finding';
export { type Look, lookAtEach, together } from '../../policies/policy';
export type { Subject } from '../../policies/subject';
export type { Thing } from '../../policies/thing';
export { type Config, defineConfig, type OwnPolicy, type OwnProfile } from './config';
export { type JudgedValues, type JudgeResourcesProps, judgeResources } from './judge-resources';
