import { nearMiss } from '../../environments/near-miss';
import { type Problem, ProblemsError } from '../../model/problem';
import { USAGE_ARGUMENT, USAGE_NAME } from '../usage-problems';

/** Which cloud of clouds.yaml is meant for which site. */
export interface CloudNames {
  /** For every site without one of its own. @default OS_CLOUD or the OS_* variables */
  readonly common: string | undefined;
  readonly own: ReadonlyMap<string, string>;
}

/**
 * Reads `--cloud`: one name for all sites (`hebei`), names for single sites (`langfang=hebei-dr`), or both
 * (`hebei,langfang=hebei-dr`). Throws ProblemsError for a site that there is not, and for two names of one.
 */
export function cloudNames(text: string | undefined, sites: readonly string[]): CloudNames {
  const own = new Map<string, string>();
  const problems: Problem[] = [];
  let common: string | undefined;
  for (const part of (text ?? '').split(',').filter((one) => one !== '')) {
    const [first = '', name] = part.split('=');
    const site = name === undefined ? undefined : first;
    const twice = site === undefined ? common !== undefined : own.has(site);
    if (name === '' || twice) {
      const what = {
        en: twice ? `--cloud names two clouds for ${site ?? 'all sites'}` : `--cloud names no cloud for ${first}`,
        zh: twice ? `--cloud 为${site ?? '全部站点'}指定了两个云` : `--cloud 未给出 ${first} 的云`,
      };
      problems.push(USAGE_ARGUMENT.at('--cloud', { what, command: 'egov apply' }));
    }
    if (site === undefined || name === undefined) common ??= first;
    else if (sites.includes(site)) own.set(site, name);
    else {
      const what = { en: 'site', zh: '站点' };
      problems.push(USAGE_NAME.at('--cloud', { what, name: site, near: nearMiss(site, sites), known: sites }));
    }
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  return { common, own };
}
