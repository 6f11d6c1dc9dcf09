import type { Design } from '../model/design/design';
import { byKey } from '../model/stable-hash';

/** What an environment expects of a cloud and does not make: docs/adr/20261125-what-the-cloud-must-bring.md. */
export interface PresumedCloud {
  /** Regions of OpenStack, that of the primary site first. */
  readonly regions: readonly string[];
  /** Availability zones. */
  readonly zones: readonly string[];
  /** Physical networks. */
  readonly physnets: readonly string[];
  /** By their names. */
  readonly volumeTypes: readonly string[];
  /** Certificate containers in the key manager, in the project of the credentials, by their names. */
  readonly certificates: readonly string[];
}

/** What several environments expect together. */
export function presumedCloud(designs: readonly Design[]): PresumedCloud {
  const sites = designs.flatMap((design) => [...design.sites].sort((a, b) => rank(a.role) - rank(b.role)));
  const vpcs = designs.flatMap(({ tenants }) => tenants.flatMap((tenant) => tenant.vpcs));
  const tiers = vpcs.flatMap((vpc) => vpc.tiers);
  return {
    regions: [...new Set(sites.map(({ region }) => region))],
    zones: sorted(sites.flatMap(({ zones }) => zones)),
    physnets: sorted(designs.flatMap(({ planes }) => planes.map(({ physnet }) => physnet))),
    volumeTypes: sorted(tiers.flatMap(({ volumes }) => volumes.map(({ type }) => type))),
    certificates: sorted(vpcs.flatMap(({ entries }) => entries.map(({ tls }) => tls))),
  };
}

function rank(role: string): number {
  return role === 'primary' ? 0 : 1;
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort(byKey);
}
