import type { EnvironmentValues } from '../environment/environment-schema';
import type { ImageDesign, VolumeClassDesign } from './image-design';

type Operations = EnvironmentValues['operations'];
type Detection = EnvironmentValues['detection'];
type Protection = EnvironmentValues['protection'];
type Backup = EnvironmentValues['backup'];
type Items<T> = NonNullable<T> extends Readonly<Record<string, infer V>> ? NonNullable<V> : never;

/** What somebody declared, with the words that said it. */
export type Declared<T> = T & { readonly place: string };
export type Keyed<T> = Declared<T> & { readonly key: string };

/**
 * What no resource of the cloud shows and somebody has to declare. What is absent was not declared: never take it for
 * met. Each part has the place to which a missing declaration belongs.
 */
export interface AssuranceDesign {
  readonly operations: OperationsDesign;
  readonly detection: DetectionDesign;
  readonly protection: ProtectionDesign;
  readonly backup: BackupDesign;
  readonly images: readonly ImageDesign[];
  readonly volumeClasses: readonly VolumeClassDesign[];
  /** Everything that is allowed until a day: channels, grants, access of the operator to data. */
  readonly approvals: readonly ApprovalDesign[];
  /** Addresses from which operators come. */
  readonly operators: readonly string[];
}

export interface OperationsDesign {
  readonly adcode?: string;
  readonly bastion?: Declared<NonNullable<Operations['bastion']>>;
  readonly passwords?: Declared<NonNullable<Operations['passwords']>>;
  readonly administrators?: Declared<NonNullable<Operations['administrators']>>;
  readonly api?: Declared<NonNullable<Operations['api']>>;
  readonly baseline?: Declared<NonNullable<Operations['baseline']>>;
  readonly tenantRoles?: readonly string[];
  /** Departments whose data the operator may touch. */
  readonly access?: readonly Keyed<Items<Operations['access']>>[];
  readonly place: string;
}

export interface DetectionDesign {
  readonly sensors?: readonly Keyed<Items<Detection['sensors']>>[];
  readonly boundaryLogs?: readonly Keyed<Items<Detection['boundaryLogs']>>[];
  readonly sinks?: readonly Keyed<Items<Detection['sinks']>>[];
  readonly monitors?: readonly Keyed<Items<Detection['monitors']>>[];
  readonly alarms?: readonly Keyed<Items<Detection['alarms']>>[];
  readonly time?: readonly string[];
  readonly place: string;
}

export interface ProtectionDesign {
  readonly keys?: Declared<NonNullable<Protection['keys']>>;
  readonly algorithms?: readonly string[];
  readonly transit?: Declared<NonNullable<Protection['transit']>>;
  readonly reclaim?: Declared<NonNullable<Protection['reclaim']>>;
  readonly migration?: 'tls' | 'plain';
  readonly redundancy?: Declared<NonNullable<Protection['redundancy']>>;
  readonly place: string;
}

export interface BackupDesign {
  readonly targets?: readonly Keyed<Items<Backup['targets']>>[];
  /** What the tiers mean, and how each is done here where that is declared. */
  readonly tiers: readonly Keyed<BackupTierDesign>[];
  readonly restoreTest?: Declared<NonNullable<Backup['restoreTest']>>;
  readonly place: string;
}

export type BackupTierDesign = Items<EnvironmentValues['backupTiers']> & {
  readonly plan?: Items<Backup['plans']>;
};

export interface ApprovalDesign {
  /** `channel budget-requests`, `flow flows/front-finance`, `access finance`. */
  readonly what: string;
  readonly id: string;
  /** The last day, YYYY-MM-DD. */
  readonly until: string;
  readonly place: string;
}
