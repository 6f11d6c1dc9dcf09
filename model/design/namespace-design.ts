import type { PodPolicyDesign } from './pod-policy-design';

/** Profiles of Pod Security (Pod Security Admission, stable since Kubernetes 1.25). */
export type PodSecurity = 'baseline' | 'restricted';

/** A system of a department in one cluster. */
export interface NamespaceDesign {
  /** `finance-budget-prod`; at most 63 characters. */
  readonly name: string;
  /** Key of the department. */
  readonly tenant: string;
  /** `finance/budget`. */
  readonly system: string;
  readonly stage: 'prod' | 'test' | 'dev';
  readonly mlps: number;
  /** All of them, those of Pod Security among them. */
  readonly labels: Readonly<Record<string, string>>;
  /** Names as people write them, which no label takes. */
  readonly annotations: Readonly<Record<string, string>>;
  /** `hard` of its ResourceQuota, as the API server writes it back. */
  readonly quota: Readonly<Record<string, string>>;
  readonly limits: LimitsDesign;
  readonly policies: readonly PodPolicyDesign[];
  /** Group of the developers of the department. */
  readonly group: string;
  /** Secret with the credentials of the registry, which the operator puts there. */
  readonly pullSecret: string;
  readonly place: string;
}

/** A LimitRange for containers. */
export interface LimitsDesign {
  readonly defaultRequest: Readonly<Record<'cpu' | 'memory', string>>;
  readonly default: Readonly<Record<'cpu' | 'memory', string>>;
  readonly max: Readonly<Record<'cpu' | 'memory', string>>;
}
