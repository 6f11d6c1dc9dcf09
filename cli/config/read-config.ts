import { ProblemsError } from '../../model/problem';
import type { Policy } from '../../policies/policy';
import type { OwnProfile } from './config';
import { ConfigReader, isFields } from './config-reader';
import { ownPolicies } from './own-policies';
import { ownProfiles } from './own-profiles';

/** A configuration that is right. */
export interface OwnConfig {
  /** From the folder of the configuration. */
  readonly environments: string | undefined;
  readonly policies: readonly Policy[];
  readonly profiles: Readonly<Record<string, OwnProfile>>;
}

/** What a configuration exports, as what it means. Throws ProblemsError with everything that is wrong with it. */
export function readConfig(exported: unknown, file: string, source: string): OwnConfig {
  const reader = new ConfigReader(file, source);
  if (!isFields(exported)) {
    reader.wrong('export default', exported, { en: 'what defineConfig gives', zh: ' defineConfig 的结果' });
    throw new ProblemsError(reader.problems);
  }
  reader.unknownKeys('', exported, ['environments', 'policies', 'profiles']);
  const { environments } = exported as { readonly environments?: unknown };
  if (environments !== undefined && (typeof environments !== 'string' || environments === ''))
    reader.wrong('environments', environments, { en: 'a folder', zh: '目录' });
  const policies = ownPolicies(exported['policies'] ?? [], reader);
  const profiles = ownProfiles(exported['profiles'] ?? {}, reader);
  if (reader.problems.length > 0) throw new ProblemsError(reader.problems);
  return { environments: environments as string | undefined, policies, profiles };
}
