import { createHash } from 'node:crypto';
import { stableHash } from '../../model/stable-hash';
import { waiversOf } from '../../policies/waivers/waivers-of';
import { former } from '../../review/alike/former';
import { OwnTerms } from '../../review/alike/own-terms';
import type { Compared, Sides } from '../review/compare-clouds';
import type { ReadCloud } from '../review/read-clouds';
import { declaredTerms } from './declared-terms';

type Told = Pick<Compared, 'outcome' | 'changes'>;

export interface AlikeReview {
  readonly told: Told;
  /** Compared whole, or told from another cloud that is alike. */
  readonly by: 'itself' | 'another';
  /** What it was compared by, for `disagreeing`; absent for a cloud that is like no other. */
  readonly kind?: Kind;
}

/** A kind of clouds, and a hash of what one of them said behind the marks. */
export interface Kind {
  readonly key: string;
  readonly said: string;
}

/** What a cloud that was compared whole said behind the marks, and its own terms: for threads that work beside this one. */
export interface Learned {
  readonly key: string;
  readonly form: string;
  readonly vocabulary: readonly string[];
}

/** Clouds that are the same but for their own terms. */
interface Class {
  /** Clouds that were compared whole. */
  teachers: number;
  /** What they said, alike; absent where they did not, and each speaks for itself. */
  form: string | undefined;
  readonly vocabulary: readonly string[];
  /** The terms in which teachers differ. In the others, what they say could hold their term without a mark, or by chance. */
  readonly varied: boolean[];
}

/** One cloud in so many, by its id, is compared whole although it seems alike, so that an error of ours shows itself. */
const SAMPLE = 256;

/**
 * Reviews of clouds of one template. Where the descriptions and designs of both revisions are the same but for a cloud's
 * own terms, so is what a review tells; the first two of a kind are compared whole and must agree, and so is one in 256
 * of the others. Why that is sound, and what is left out: docs/adr/20261126-alike-clouds.md.
 */
export class AlikeReviews {
  private readonly classes = new Map<string, Class>();

  constructor(
    private readonly share: (learned: Learned) => void = () => undefined,
    private readonly sample = SAMPLE,
  ) {}

  async review(sides: Sides, asOf: string, whole: () => Promise<Told>): Promise<AlikeReview> {
    const terms = termsOf(sides);
    const key = terms && keyOf(sides, asOf, terms);
    if (terms === undefined || key === undefined) return { told: await whole(), by: 'itself' };
    const known = this.classes.get(key);
    const form = known && teaches(known, terms) && stableHash(sides.id) % this.sample !== 0 ? known.form : undefined;
    if (form !== undefined) {
      const told = toldIn(terms.concrete(form));
      // It would name an address that only here is a cloud's own: this cloud is not like the others in that.
      if (told === undefined) return { told: await whole(), by: 'itself' };
      return { told, by: 'another', kind: { key, said: hashOf(form) } };
    }
    const told = await whole();
    const own = terms.abstract(JSON.stringify(told));
    if (own === undefined) return { told, by: 'itself' };
    const learned = { key, form: own, vocabulary: terms.vocabulary };
    this.share(learned);
    this.learn(learned);
    return { told, by: 'itself', kind: { key, said: hashOf(own) } };
  }

  /** Takes note of what one cloud said. */
  learn({ key, form, vocabulary }: Learned): void {
    const known = this.classes.get(key);
    if (!known) {
      this.classes.set(key, { teachers: 1, form, vocabulary, varied: vocabulary.map(() => false) });
      return;
    }
    known.teachers++;
    if (known.form !== form) known.form = undefined;
    for (const [index, term] of vocabulary.entries()) known.varied[index] ||= term !== known.vocabulary[index];
  }
}

/**
 * A kind in which one cloud was told from another, and two that were compared whole disagree; in whichever thread and
 * order. An error of ours: none that was told can be trusted.
 */
export function disagreeing(reviews: readonly Pick<AlikeReview, 'by' | 'kind'>[]): boolean {
  const [told, said] = [new Set<string>(), new Map<string, Set<string>>()];
  for (const { by, kind } of reviews) {
    if (!kind) continue;
    if (by === 'another') told.add(kind.key);
    said.set(kind.key, (said.get(kind.key) ?? new Set()).add(kind.said));
  }
  return [...told].some((key) => (said.get(key)?.size ?? 0) > 1);
}

/** Whether two agree, and differ in every term in which this cloud differs from them. */
function teaches({ teachers, varied, vocabulary }: Class, terms: OwnTerms): boolean {
  return teachers >= 2 && terms.vocabulary.every((term, index) => varied[index] || term === vocabulary[index]);
}

function toldIn(text: string | undefined): Told | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Told);
  } catch {
    return undefined;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

/** Only a cloud that is there in both revisions, under one id, is told from another. */
function termsOf({ id, was, before, after }: Sides): OwnTerms | undefined {
  if (was !== id || !before || !after) return undefined;
  // A fingerprint is a hash of words, own ones among them.
  if (
    [before, after].some(({ environment }) => environment.values.waivers.some((one) => one.fingerprint !== undefined))
  )
    return undefined;
  return new OwnTerms(declaredTerms(id, [after.environment, before.environment]));
}

function keyOf({ before, after }: Sides, asOf: string, terms: OwnTerms): string | undefined {
  if (!before || !after) return undefined;
  const [was, is] = [partsOf(before), partsOf(after)];
  const texts = is.map((part) => JSON.stringify(part));
  const key = terms.key([asOf, ...texts, JSON.stringify(former(was, is))]);
  return key === undefined ? undefined : hashOf(key);
}

/** All that a review is made of. The history of the ledger and its seal decide nothing after the design. */
function partsOf({ environment, design }: ReadCloud): readonly unknown[] {
  const { ledger: _, template: __, ...values } = environment.values;
  const { ledger, planes, tenants, ...decided } = design;
  const { blocks, segments } = ledger;
  const waivers = waiversOf(environment).map(({ place, ...waiver }) => ({ ...waiver, place: place() }));
  return [values, blocks, segments, waivers, decided, planes, tenants];
}
