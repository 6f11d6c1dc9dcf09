import type { Profile } from '../../model/jurisdiction';

export const sizes = ['small', 'medium', 'large'] as const;
export type DivisionSize = (typeof sizes)[number];

/** Prefix lengths of a division of one level, in size `small`. Each larger size is one bit more of everything IPv4. */
export interface LevelSizes {
  /** Of the block of each use that it gets from above. A province and a city keep the upper half for divisions below. */
  readonly blocks: { readonly private: number; readonly extranet: number; readonly internet: number };
  readonly planes: Readonly<Record<'extranet' | 'internet' | 'management' | 'storage', number>>;
  /** Of the addresses that the outside routes to a plane. */
  readonly reachable: Readonly<Record<'extranet' | 'internet', number>>;
  /** Of the office network of a department. */
  readonly office: number;
  /** Of the IPv6 block, and of that of one plane. */
  readonly v6: { readonly block: number; readonly plane: number };
  readonly mlps: 2 | 3;
  readonly mbps: number;
}

const COUNTY: LevelSizes = {
  blocks: { private: 19, extranet: 22, internet: 26 },
  planes: { extranet: 20, internet: 21, management: 24, storage: 24 },
  reachable: { extranet: 26, internet: 26 },
  office: 28,
  v6: { block: 48, plane: 52 },
  mlps: 2,
  mbps: 500,
};

/** Planes are as large as the zones of the profile ask; the rest is invented here, in proportion. */
export const levelSizes: Readonly<Record<Profile, LevelSizes>> = {
  county: COUNTY,
  // Its firms are served over the Internet.
  'development-zone': { ...COUNTY, mbps: 1000 },
  city: {
    blocks: { private: 14, extranet: 18, internet: 22 },
    planes: { extranet: 18, internet: 19, management: 22, storage: 22 },
    reachable: { extranet: 24, internet: 24 },
    office: 27,
    v6: { block: 40, plane: 48 },
    mlps: 3,
    mbps: 2000,
  },
  province: {
    blocks: { private: 11, extranet: 14, internet: 18 },
    planes: { extranet: 15, internet: 16, management: 20, storage: 20 },
    reachable: { extranet: 20, internet: 22 },
    office: 25,
    v6: { block: 32, plane: 44 },
    mlps: 3,
    mbps: 10000,
  },
};

/** Whether no division lies below it. */
export function isLeaf(level: Profile): boolean {
  return level === 'county' || level === 'development-zone';
}

/** Bits by which everything of a size is larger than in `small`. */
export function bitsOfSize(size: DivisionSize): number {
  return sizes.indexOf(size);
}
