import { Cidr } from '../../model/cidr';
import { byKey } from '../../model/stable-hash';
import { privateBlocks } from '../../policies/public-blocks';
import { ADDRESS_FORMS, ADDRESSES, type AddressForm, type FoundAddress, readAddress, startsIn } from './address-form';
import { relationsOf } from './block-relations';

/** What the description of a cloud says that another of the same template says differently. */
export interface Declared {
  /** By role, such as `adcode` or `id`; the same role is the same word of another cloud. */
  readonly words: ReadonlyMap<string, string>;
  /** Blocks and addresses of its own files, in the order in which they stand there. */
  readonly blocks: readonly Cidr[];
}

// JSON escapes control characters, so that these two never stand in it; private characters are asked for.
const [OPEN, CLOSE] = ['\u0001', '\u0002'];
const MARK = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'g');
const PRIVATE = /[\ue000-\uf8ff]/;
const FIRST_PRIVATE = 0xe000;

/** Shorter ASCII words could be part of any other. */
const SHORTEST_WORD = 4;
const ASCII = /^[ -~]*$/;

/** Shorter ones are ranges that clouds share: the national extranet is a /10. */
const SHORTEST = { 4: 13, 6: 32 } as const;

/**
 * A cloud's own words and blocks, which marks take the place of. Two clouds whose descriptions and designs are the same
 * text behind the marks are the same cloud but for a renaming that keeps which addresses lie in which block.
 *
 * Laws, held by test/property/review/own-terms.test.ts: `concrete(abstract(text))` is `text`; what is abstracted by one
 * cloud and made concrete by another is what the other would say.
 */
export class OwnTerms {
  /** A mark for each own word as JSON writes it. */
  private readonly words: ReadonlyMap<string, string>;
  /** All of them at once, the longest first: one after the other takes seven times as long. */
  private readonly pattern: RegExp | undefined;
  private readonly blocks: readonly Cidr[];
  private readonly literals = new Map<string, Cidr>();
  /** What was found before. */
  private readonly marks = new Map<string, string>();

  constructor(private readonly declared: Declared) {
    const texts = [...declared.words.values()].map((word) => JSON.stringify(word).slice(1, -1));
    this.words = new Map(
      texts
        .map((text, index) => [text, `${OPEN}${String.fromCharCode(FIRST_PRIVATE + index)}${CLOSE}`] as const)
        .filter(([text], index) => texts.indexOf(text) === index && isWord(text))
        .sort(([a], [b]) => b.length - a.length),
    );
    this.pattern = this.words.size > 0 ? new RegExp([...this.words.keys()].map(escaped).join('|'), 'g') : undefined;
    this.blocks = widest(declared.blocks.filter((one) => one.prefix >= SHORTEST[one.family]));
  }

  /**
   * The text with a mark for each own word and for each address of an own block; undefined for a text whose characters
   * could be taken for marks.
   */
  abstract(text: string): string | undefined {
    if (PRIVATE.test(text)) return undefined;
    const form = this.pattern
      ? text.replace(this.pattern, (word, at: number) =>
          isPartOfWord(text, at, word.length) ? word : (this.words.get(word) as string),
        )
      : text;
    return form.replace(ADDRESSES, (match, at: number) => {
      if (startsIn(match)[0] === 0 && /[\d.:]/.test(form[at - 1] ?? '')) return match;
      const made = this.marks.get(match) ?? this.made(match);
      this.marks.set(match, made);
      return made;
    });
  }

  /** Each word and each block as it is here: another cloud of the same key has as many, in the same order. */
  get vocabulary(): readonly string[] {
    return [...this.declared.words.values(), ...this.blocks.map(String)];
  }

  /** The text with what the marks stand for here; undefined where it names an address that is own here and was not there. */
  concrete(form: string): string | undefined {
    for (const [match] of form.matchAll(ADDRESSES)) {
      const addresses = startsIn(match).flatMap((start) => readAddress(match.slice(start))?.block ?? []);
      if (addresses.some((one) => this.blocks.some((own) => own.contains(one)))) return undefined;
    }
    return form.replace(MARK, (_, mark: string) => this.textOf(mark));
  }

  /**
   * Tells whether two clouds differ in their own terms only. The texts are all that was described and decided; what
   * decisions may ask of a block or a code, and no text shows, is added: docs/adr/20261126-alike-clouds.md.
   */
  key(texts: readonly string[]): string | undefined {
    const forms = texts.map((text) => this.abstract(text));
    if (forms.includes(undefined)) return undefined;
    const { words } = this.declared;
    const shape = {
      // Lists are often sorted by text: which comes first is a matter of digits.
      texts: [...this.words, ...this.marks].sort(([a], [b]) => byKey(a, b)).map(([, mark]) => mark),
      long: [...words.values()].map((word) => word.length > LONG),
      ...relationsOf(this.blocks, {
        codes: [...words].filter(([role]) => role.endsWith('adcode')),
        fixed: [...privateBlocks.map(Cidr.of), ...this.literals.values()],
      }),
    };
    return [JSON.stringify([...words.keys()]), JSON.stringify(shape), ...forms].join('\n');
  }

  private made(match: string): string {
    // The last number of a range of ports looks like a part of the address behind it.
    for (const start of startsIn(match)) {
      const found = readAddress(match.slice(start));
      const mark = found && this.markOf(found);
      if (mark !== undefined) return `${match.slice(0, start)}${mark}`;
      if (found) this.literals.set(String(found.block), found.block);
    }
    return match;
  }

  private markOf({ block, form }: FoundAddress): string | undefined {
    const index = this.blocks.findIndex((own) => own.contains(block));
    if (index < 0) return undefined;
    const offset = block.offsetIn(this.blocks[index] as Cidr).toString(16);
    return `${OPEN}${form} ${index} ${offset} ${block.prefix}${CLOSE}`;
  }

  private textOf(mark: string): string {
    const [form = '', index, offset, prefix] = mark.split(' ');
    if (index === undefined) {
      const word = [...this.declared.words.values()][mark.charCodeAt(0) - FIRST_PRIVATE] ?? '';
      return JSON.stringify(word).slice(1, -1);
    }
    const own = this.blocks[Number(index)] as Cidr;
    const block = Cidr.around(own.address(BigInt(`0x${offset}`)), Number(prefix));
    return ADDRESS_FORMS[form as AddressForm](block);
  }
}

/** Names that are cut and given a hash are cut beyond 60 characters; a word of this length may take part in it. */
const LONG = 30;

/** Letters or digits beside it, or the sign of a JSON escape in front of it. */
function isPartOfWord(text: string, at: number, length: number): boolean {
  const escaping = /\\[bfnrt]$/.test(text.slice(Math.max(0, at - 2), at));
  return (!escaping && /[A-Za-z0-9\\]/.test(text[at - 1] ?? '')) || /[A-Za-z0-9]/.test(text[at + length] ?? '');
}

function isWord(text: string): boolean {
  return text.length >= (ASCII.test(text) ? SHORTEST_WORD : 1);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/** The blocks that lie in no other, each once. */
function widest(blocks: readonly Cidr[]): readonly Cidr[] {
  const each = [...new Map(blocks.map((one) => [String(one), one])).values()];
  return each.filter((one) => !each.some((other) => other !== one && other.contains(one)));
}
