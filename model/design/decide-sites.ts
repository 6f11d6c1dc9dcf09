import { Jurisdiction } from '../jurisdiction';
import { ADCODE_LEVEL, ADCODE_UNKNOWN, SITE_PRIMARY } from '../problems/place-problems';
import { sortedEntries } from '../stable-hash';
import type { Decision } from './decision';
import type { SiteDesign } from './design';

export interface DecidedSites {
  readonly jurisdiction: Jurisdiction | undefined;
  readonly sites: ReadonlyMap<string, SiteDesign>;
  /** The site of all that names none. */
  readonly primary: SiteDesign | undefined;
}

/** The division that the cloud belongs to, and where it stands. */
export function decideSites(decision: Decision): DecidedSites {
  const { values } = decision;
  const jurisdiction = known(decision, values.adcode, 'adcode');
  if (jurisdiction !== undefined && jurisdiction.profile !== values.profile) {
    const { adcode, profile: level } = jurisdiction;
    decision.report(ADCODE_LEVEL.at(decision.place('profile'), { adcode, level, profile: values.profile }));
  }
  const sites = new Map<string, SiteDesign>();
  for (const [key, site] of sortedEntries(values.sites)) {
    known(decision, site.adcode, 'sites', key, 'adcode');
    sites.set(key, { key, role: site.role, adcode: site.adcode, region: site.region, zones: [...site.zones].sort() });
  }
  const primary = [...sites.values()].filter((site) => site.role === 'primary');
  if (primary.length !== 1) decision.report(SITE_PRIMARY.at(decision.place('sites'), { count: primary.length }));
  return { jurisdiction, sites, primary: primary[0] };
}

function known(decision: Decision, adcode: string, ...path: string[]): Jurisdiction | undefined {
  const jurisdiction = Jurisdiction.parse(adcode);
  if (jurisdiction === undefined) decision.report(ADCODE_UNKNOWN.at(decision.place(...path), { adcode }));
  return jurisdiction;
}
