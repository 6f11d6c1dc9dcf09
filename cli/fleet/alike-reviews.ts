import { createHash } from 'node:crypto';
import { waiversOf } from '../../policies/waivers/waivers-of';
import { OwnTerms } from '../../review/alike/own-terms';
import type { Compared, Sides } from '../review/compare-clouds';
import { isSame, type ReadCloud } from '../review/read-clouds';
import { declaredTerms } from './declared-terms';

type Told = Pick<Compared, 'outcome' | 'changes'>;

export interface AlikeReview {
  readonly told: Told;
  /** Compared whole, or told from another cloud that is alike. */
  readonly by: 'itself' | 'another';
  /** A cloud that seemed alike was compared whole, and was not: what others were told from it cannot be trusted. */
  readonly unlike?: true;
}

/** What a cloud that was compared whole said, behind the marks: for threads that work beside this one. */
export interface Learned {
  readonly key: string;
  readonly form: string;
}

/** Clouds that are the same but for their own terms. */
interface Class {
  members: number;
  /** What those compared whole said, alike; absent where they did not, and each speaks for itself. */
  form: string | undefined;
}

/** One cloud in so many is compared whole although it seems alike, so that an error of ours shows itself. */
const SAMPLE = 256;

/**
 * Reviews of clouds of one template. Where the descriptions and designs of both revisions are the same but for a cloud's
 * own terms, so is what a review tells; the first two of a kind are compared whole and must agree, and so is one in 256
 * of the others. Why that is sound, and what is left out: docs/adr/20261126-alike-clouds.md.
 */
export class AlikeReviews {
  private readonly classes = new Map<string, Class>();

  constructor(private readonly share: (learned: Learned) => void = () => undefined) {}

  async review(sides: Sides, asOf: string, whole: () => Promise<Told>): Promise<AlikeReview> {
    const terms = termsOf(sides);
    const key = terms && keyOf(sides, asOf, terms);
    if (terms === undefined || key === undefined) return { told: await whole(), by: 'itself' };
    const known = this.classes.get(key);
    const text = known?.form !== undefined && isTrusted(known) ? terms.concrete(known.form) : undefined;
    if (known && text !== undefined) {
      known.members++;
      return { told: JSON.parse(text) as Told, by: 'another' };
    }
    const told = await whole();
    const form = terms.abstract(JSON.stringify(told));
    if (form === undefined) return { told, by: 'itself' };
    const trusted = known?.form !== undefined && known.members >= 2;
    this.share({ key, form });
    const agrees = this.learn({ key, form });
    return { told, by: 'itself', ...(trusted && !agrees && { unlike: true }) };
  }

  /** Takes note of what one cloud said. Tells whether it agrees with the others of its kind. */
  learn({ key, form }: Learned): boolean {
    const known = this.classes.get(key);
    if (known) {
      known.members++;
      if (known.form === form) return true;
      known.form = undefined;
      return false;
    }
    this.classes.set(key, { members: 1, form });
    return true;
  }
}

function isTrusted({ members }: Class): boolean {
  return members >= 2 && (members + 1) % SAMPLE !== 0;
}

/** Only a cloud that is there in both revisions, under one id, is told from another. */
function termsOf({ id, was, before, after }: Sides): OwnTerms | undefined {
  if (was !== id || !before || !after) return undefined;
  return new OwnTerms(declaredTerms(id, [after.environment, before.environment]));
}

function keyOf({ before, after }: Sides, asOf: string, terms: OwnTerms): string | undefined {
  if (!before || !after) return undefined;
  const [was, is] = [partsOf(before), partsOf(after)];
  const texts = is.map((part) => JSON.stringify(part));
  // Most parts are the same in both revisions: to see that takes less than to write them twice.
  const old = was.map((part, index) => (isSame(part, is[index]) ? '=' : JSON.stringify(part)));
  const key = terms.key([asOf, ...texts, `${was.length}`, ...old]);
  return key === undefined ? undefined : createHash('sha256').update(key).digest('base64');
}

/** All that a review is made of. The history of the ledger and its seal decide nothing after the design. */
function partsOf({ environment, design }: ReadCloud): readonly unknown[] {
  const { ledger: _, template: __, ...values } = environment.values;
  const { ledger, planes, tenants, ...decided } = design;
  const { blocks, segments } = ledger;
  const waivers = waiversOf(environment).map(({ place, ...waiver }) => ({ ...waiver, place: place() }));
  return [values, blocks, segments, waivers, ...Object.entries(decided), planes.length, ...planes, ...tenants];
}
