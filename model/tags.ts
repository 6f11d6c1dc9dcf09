/** Governance attributes that every resource carries (domain §11), as far as they apply to it. */
export interface TagValues {
  readonly adcode: string;
  readonly provider: string;
  readonly plane?: string;
  readonly zone?: string;
  readonly pool?: string;
  readonly dept?: string;
  readonly system?: string;
  readonly tier?: string;
  readonly mlps?: number;
  readonly stage?: string;
  readonly dataClass?: string;
  readonly pii?: boolean;
  readonly xinchuang?: boolean;
  readonly backupTier?: string;
  readonly contract?: string;
  readonly owner?: string;
  readonly site?: string;
  readonly importance?: 'normal' | 'high';
}

/** In the order of their tags: none of them begins another, so that what follows decides nothing. */
const NAMES = Object.keys({
  adcode: true,
  backupTier: true,
  contract: true,
  dataClass: true,
  dept: true,
  importance: true,
  mlps: true,
  owner: true,
  pii: true,
  plane: true,
  pool: true,
  provider: true,
  site: true,
  stage: true,
  system: true,
  tier: true,
  xinchuang: true,
  zone: true,
} satisfies Readonly<Record<keyof TagValues, true>>).sort() as readonly (keyof TagValues)[];

/** `name:value`, sorted. Neutron takes tags of up to 60 characters. */
export function tagList(values: TagValues): readonly string[] {
  const tags: string[] = [];
  for (const name of NAMES) {
    const value = values[name];
    if (value !== undefined) tags.push(`${name}:${value}`);
  }
  return tags;
}

/** The same as metadata, for Nova and Cinder. */
export function tagMap(values: TagValues): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );
}
