import type { UsualDepartment } from '../../environments/new/departments';
import type { Policy } from '../../policies/policy';

/** A policy of a repository of its own. Rows of the control table are answered by those of egov. */
export type OwnPolicy = Omit<Policy, 'controls'>;

/** What a new cloud has beyond its level: its departments and their systems, each system in one of the usual forms. */
export interface OwnProfile {
  readonly departments: readonly UsualDepartment[];
}

/** What a repository adds to egov, in its `egov.config.ts`. */
export interface Config {
  /** Folder of the environments, from the folder of the configuration. @default `./environments` where it is there */
  readonly environments?: string;
  /** Judged beside those of egov, as the pack `own`. @default none */
  readonly policies?: readonly OwnPolicy[];
  /** Sets of departments for `egov new --departments`. @default those of egov alone */
  readonly profiles?: Readonly<Record<string, OwnProfile>>;
}

/** The same configuration, for an editor that completes it. */
export function defineConfig(config: Config): Config {
  return config;
}
