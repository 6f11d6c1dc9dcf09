/** A compute pool: hosts of one architecture in one plane, found by the metadata of its aggregates. */
export interface PoolDesign {
  readonly key: string;
  readonly plane: string;
  readonly site: string;
  readonly arch: 'x86_64' | 'aarch64' | 'loongarch64' | 'sw64';
  readonly xinchuang: boolean;
  readonly mlps: number;
  /** One for each availability zone, since a host is in one zone only. */
  readonly aggregates: readonly AggregateDesign[];
  readonly flavors: readonly FlavorDesign[];
  /** After overcommit. */
  readonly capacity: { readonly vcpus: number; readonly memoryGiB: number };
  /** What the tiers of the environment ask for. */
  readonly wanted: { readonly vcpus: number; readonly memoryGiB: number };
  readonly place: string;
}

export interface AggregateDesign {
  /** `extranet-arm/az1`. */
  readonly key: string;
  readonly name: string;
  readonly zone: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A size in one pool: private, and open to the projects whose tiers use it. */
export interface FlavorDesign {
  /** `extranet-arm/c8m16`. */
  readonly key: string;
  readonly name: string;
  readonly vcpus: number;
  readonly ramMiB: number;
  readonly diskGiB: number;
  readonly extraSpecs: Readonly<Record<string, string>>;
}
