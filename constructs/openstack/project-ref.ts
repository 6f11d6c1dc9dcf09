import type { ITerraformDependable, TerraformProvider } from 'cdktf';

/** A project, as far as somebody needs it who puts something into it. */
export interface ProjectRef {
  readonly projectId: string;
  /** Quotas that are set in the same stack. */
  readonly quotas?: ProjectQuotas;
  /**
   * A provider whose token is of this project, for the resources that take no project: volumes, server groups, keys.
   *
   * @default - they are made in the project of the credentials
   */
  readonly provider?: TerraformProvider;
}

/** What has to be set before the first thing of each service is made. */
export interface ProjectQuotas {
  readonly compute: ITerraformDependable;
  readonly blockStorage: ITerraformDependable;
  readonly network: ITerraformDependable;
  readonly loadBalancer: ITerraformDependable;
}

/** Finds a project by its key. */
export type ProjectLookup = (key: string) => ProjectRef;

/** The arguments of something that counts against a quota of the project. */
export function within(
  project: ProjectRef | undefined,
  service: keyof ProjectQuotas,
): { dependsOn?: ITerraformDependable[] } {
  const quota = project?.quotas?.[service];
  return quota === undefined ? {} : { dependsOn: [quota] };
}

/** The same for something that takes no project argument: it is made with a token of the project. */
export function asProject(
  project: ProjectRef | undefined,
  service?: keyof ProjectQuotas,
): { provider?: TerraformProvider; dependsOn?: ITerraformDependable[] } {
  const scoped = project?.provider === undefined ? {} : { provider: project.provider };
  return service === undefined ? scoped : { ...scoped, ...within(project, service) };
}
