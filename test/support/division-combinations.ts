import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parsedAnswers, usualAnswers } from '../../cli/new/collect-answers';
import { departmentSets } from '../../environments/new/departments';
import { readAbove } from '../../environments/new/division-above';
import { sizes } from '../../environments/new/division-sizes';
import { type DivisionDraft, draftDivision } from '../../environments/new/draft-division';
import { writeDivision } from '../../environments/new/write-division';
import { packageRoot } from '../../environments/package-root';
import type { Profile } from '../../model/jurisdiction';

/** One choice of everything that a new division is asked and that changes its cloud. */
export interface Combination {
  readonly level: Profile;
  readonly departments: string;
  readonly size: string;
  readonly mlps: string;
  readonly ipv6: string;
  readonly xinchuang: string;
}

const axes: Readonly<Record<keyof Combination, readonly string[]>> = {
  level: ['county', 'city', 'province', 'development-zone'],
  departments: Object.keys(departmentSets),
  size: sizes,
  mlps: ['2', '3'],
  ipv6: ['true', 'false'],
  xinchuang: ['true', 'false'],
};

/** Every combination of all values. */
export function allCombinations(): readonly Combination[] {
  return Object.entries(axes).reduce<readonly Combination[]>(
    (some, [name, values]) => some.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{} as Combination],
  );
}

/** `county none small mlps2 ipv6 xinchuang`, without the words that are false. */
export function nameOf({ level, departments, size, mlps, ipv6, xinchuang }: Combination): string {
  const yes = [ipv6 === 'true' && 'ipv6', xinchuang === 'true' && 'xinchuang'].filter((word) => word !== false);
  return [level, departments, size, `mlps${mlps}`, ...yes].join(' ');
}

/** The day on which all of them are made. */
export const MADE_ON = '2026-11-25';

const named = {
  province: { name: '广西壮族自治区', adcode: '450000', key: 'gx' },
  city: { name: '柳州市', adcode: '450200', key: 'liuzhou' },
  county: { name: '柳城县', adcode: '450222', key: 'liucheng' },
  'development-zone': { name: '柳州高新技术产业开发区', adcode: '450271', key: 'gaoxin' },
} as const;

/** A country with pools and no clouds yet, and in it a province and a city above the county. */
export class NewCountry {
  readonly root = join(mkdtempSync(join(tmpdir(), 'egov-country-')), 'environments');

  constructor() {
    mkdirSync(this.root, { recursive: true });
    for (const part of ['profiles', 'catalogue', 'defaults.yaml'])
      cpSync(join(packageRoot(), 'environments', part), join(this.root, part), { recursive: true });
    writeFileSync(
      join(this.root, 'delegation.yaml'),
      'private: [10.0.0.0/8, "2001:db0::/28"]\nextranet: [59.192.0.0/10]\ninternet: [198.16.0.0/12]\n',
    );
  }

  draft(one: Combination): DivisionDraft {
    const parent = { province: '', city: 'gx', county: 'gx/liuzhou', 'development-zone': 'gx/liuzhou' }[one.level];
    const above = readAbove(this.root, parent);
    const given = { ...named[one.level], parent, ...one };
    return draftDivision(
      this.root,
      parsedAnswers(one.level, { ...usualAnswers(one.level, given, above), ...given }),
      above,
      MADE_ON,
    );
  }

  /** Writes what stands above a level, as large as it gets. */
  writeAbove(level: Profile): void {
    const above = { departments: 'none', size: 'large', mlps: '3', ipv6: 'true', xinchuang: 'true' };
    if (level === 'province') return;
    writeDivision(this.root, this.draft({ ...above, level: 'province' }));
    if (level !== 'city') writeDivision(this.root, this.draft({ ...above, level: 'city' }));
  }
  remove(): void {
    rmSync(dirname(this.root), { recursive: true, force: true });
  }
}
