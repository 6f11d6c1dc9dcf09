import { sortedEntries } from '../stable-hash';
import type {
  AssuranceDesign,
  BackupDesign,
  DetectionDesign,
  Keyed,
  OperationsDesign,
  ProtectionDesign,
} from './assurance-design';
import { decideApprovals } from './decide-approvals';
import { decideImages, decideVolumeClasses } from './decide-images';
import type { DecidedTier } from './decide-tiers';
import type { DecidedZone } from './decide-zones';
import type { Decision } from './decision';
import type { SiteDesign } from './design';

export interface AssuranceSurroundings {
  readonly sites: ReadonlyMap<string, SiteDesign>;
  readonly zones: ReadonlyMap<string, DecidedZone>;
  readonly tiers: ReadonlyMap<string, DecidedTier>;
}

/** What was declared about the cloud, with every name in it looked up. What was not declared stays absent. */
export function decideAssurance(decision: Decision, around: AssuranceSurroundings): AssuranceDesign {
  checkNames(decision, around);
  return {
    operations: operations(decision),
    detection: detection(decision),
    protection: protection(decision),
    backup: backup(decision),
    images: decideImages(decision, around.tiers),
    volumeClasses: decideVolumeClasses(decision, around.tiers),
    approvals: decideApprovals(decision),
    operators: decision.values.operators.map(String),
  };
}

function operations(decision: Decision): OperationsDesign {
  const { adcode, tenantRoles, access, ...single } = decision.values.operations;
  return {
    ...(adcode !== undefined && { adcode }),
    ...placed(decision, 'operations', single),
    ...(tenantRoles && { tenantRoles }),
    ...(access && { access: keyed(decision, ['operations', 'access'], access) }),
    place: decision.place('operations'),
  };
}

function detection(decision: Decision): DetectionDesign {
  const { time, ...records } = decision.values.detection;
  const lists = Object.entries(records).flatMap(([name, record]) =>
    record ? [[name, keyed<object>(decision, ['detection', name], record)]] : [],
  );
  return {
    ...(Object.fromEntries(lists) as Omit<DetectionDesign, 'place' | 'time'>),
    ...(time && { time: time.map(String) }),
    place: decision.place('detection'),
  };
}

function protection(decision: Decision): ProtectionDesign {
  const { algorithms, migration, databaseAudit: _of, ...single } = decision.values.protection;
  return {
    ...placed(decision, 'protection', single),
    ...(algorithms && { algorithms }),
    ...(migration !== undefined && { migration }),
    place: decision.place('protection'),
  };
}

function backup(decision: Decision): BackupDesign {
  const { backup, backupTiers } = decision.values;
  const { targets, plans = {}, restoreTest } = backup;
  return {
    ...(targets && { targets: keyed(decision, ['backup', 'targets'], targets) }),
    tiers: sortedEntries(backupTiers).flatMap(([key, tier]) => {
      if (tier === undefined) return [];
      const plan = plans[key as keyof typeof plans];
      const place = plan ? decision.place('backup', 'plans', key) : decision.place('backup');
      return [{ key, ...tier, ...(plan && { plan }), place }];
    }),
    ...(restoreTest && { restoreTest: { ...restoreTest, place: decision.place('backup', 'restoreTest') } }),
    place: decision.place('backup'),
  };
}

type Placed<T> = { [K in keyof T]: NonNullable<T[K]> & { readonly place: string } };

function placed<T extends object>(decision: Decision, section: string, parts: T): Placed<T> {
  const entries = Object.entries(parts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, { ...value, place: decision.place(section, name) }]),
  ) as Placed<T>;
}

function keyed<V extends object>(
  decision: Decision,
  path: readonly string[],
  record: Readonly<Record<string, V>>,
): readonly Keyed<V>[] {
  return sortedEntries(record).map(([key, value]) => ({ key, ...value, place: decision.place(...path, key) }));
}

function checkNames(decision: Decision, { sites, zones }: AssuranceSurroundings): void {
  const { operations, detection, protection, backup } = decision.values;
  const targets = new Map(Object.entries(backup.targets ?? {}));
  const sinks = new Map(Object.entries(detection.sinks ?? {}));
  const tenants = new Map(Object.entries(decision.values.tenants));
  const find = <V>(all: ReadonlyMap<string, V>, name: string | undefined, en: string, zh: string, ...at: string[]) =>
    name === undefined ? undefined : decision.find(all, name, { en, zh }, decision.place(...at));
  for (const key of Object.keys(operations.access ?? {}))
    find(tenants, key, 'department', '部门', 'operations', 'access', key);
  for (const [list, records] of [
    ['sensors', detection.sensors],
    ['boundaryLogs', detection.boundaryLogs],
  ] as const)
    for (const [key, { at }] of sortedEntries<{ readonly at: readonly string[] }>(records ?? {}))
      for (const zone of at) find(zones, zone, 'zone', '区域', 'detection', list, key, 'at');
  for (const [key, { sink }] of sortedEntries(detection.boundaryLogs ?? {}))
    find(sinks, sink, 'sink', '日志库', 'detection', 'boundaryLogs', key, 'sink');
  for (const [key, { zone, backup: target }] of sortedEntries(detection.sinks ?? {})) {
    find(zones, zone, 'zone', '区域', 'detection', 'sinks', key, 'zone');
    find(targets, target, 'backup target', '备份目标', 'detection', 'sinks', key, 'backup');
  }
  find(zones, protection.keys?.zone, 'zone', '区域', 'protection', 'keys', 'zone');
  for (const [key, { site }] of sortedEntries(backup.targets ?? {}))
    find(sites, site, 'site', '站点', 'backup', 'targets', key, 'site');
  for (const [key, plan] of sortedEntries(backup.plans ?? {}))
    for (const target of plan?.targets ?? [])
      find(targets, target, 'backup target', '备份目标', 'backup', 'plans', key, 'targets');
}
