import type { Profile } from '../../model/jurisdiction';
import type { DivisionSize } from './division-sizes';

/** What somebody says about a division that gets a cloud: all that is not decided by others. */
export interface DivisionAnswers {
  /** Level of the division, or that it is a development zone. */
  readonly level: Profile;
  /** 柳城县, as the division is called. */
  readonly name: string;
  readonly adcode: string;
  /** Id of the environment of the division above; absent for a province. */
  readonly parent?: string | undefined;
  /** Name of the folder. */
  readonly key: string;
  /** A set of departments. */
  readonly departments: string;
  readonly size: DivisionSize;
  readonly mlps: 2 | 3;
  readonly ipv6: boolean;
  readonly xinchuang: boolean;
  readonly domain: string;
  readonly provider: string;
  readonly contacts: { readonly network: string; readonly security: string };
  /** Addresses from which operators reach the bastion. */
  readonly operators: readonly string[];
  /** Division in which a second copy of backups lies. */
  readonly backupAt: string;
}
