import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLError,
} from 'yaml';
import type { Problem } from '../model/problem';
import { ENV_KEY_INVALID } from '../model/problems/environment-problems';
import {
  YAML_ALIAS,
  YAML_ALIASES,
  YAML_DEPTH,
  YAML_DOCUMENTS,
  YAML_DUPLICATE_KEY,
  YAML_MERGE_KEY,
  YAML_SYNTAX,
  YAML_TAB,
} from '../model/problems/yaml-problems';
import { nearMiss } from './near-miss';
import type { Scalar, Source, Written } from './written';
import { syntaxWords } from './yaml-words';

const DEPTH_LIMIT = 32;
/** Values that all aliases of a file stand for together. */
const ALIASED_LIMIT = 20_000;

export interface Parsed {
  /** Undefined when the file is empty or could not be read. */
  readonly written: Written | undefined;
  readonly problems: readonly Problem[];
}

/** YAML 1.2, core schema, one document, each key once. Aliases are followed within limits. */
export function parseYaml(source: Source): Parsed {
  const text = parse(source);
  if (text === undefined)
    return { written: undefined, problems: [YAML_DEPTH.at(source.place(0), { limit: DEPTH_LIMIT })] };
  if (text.label !== source.label || text.parsed === undefined) {
    text.label = source.label;
    text.parsed = read(text.document, source);
  }
  return text.parsed;
}

function read(document: Document, source: Source): Parsed {
  const problems = [...document.errors, ...document.warnings].map((error) => syntaxProblem(error, source));
  const { explicit, version } = document.directives?.yaml ?? {};
  if (explicit && version !== '1.2') problems.push(YAML_SYNTAX.at(source.place(0), syntaxWords('VERSION')));
  if (problems.length > 0 || document.contents === null) return { written: undefined, problems };
  const walk = new Walk(source);
  try {
    const written = walk.value(document.contents, undefined, 0);
    return { written: walk.problems.length > 0 ? undefined : written, problems: walk.problems };
  } catch (error) {
    if (error instanceof Stop) return { written: undefined, problems: [...walk.problems, error.problem] };
    throw error;
  }
}

/** A text, and what it came to under the label that it had last. */
interface ReadText {
  readonly document: Document;
  label?: string;
  parsed?: Parsed;
}

/**
 * Clouds have layers in common, and counties of one template most of their files, word for word: each text is parsed
 * once, and a layer, which has one label, is walked once.
 */
const recent = new Map<string, ReadText>();
const RECENT = 500;
/** In characters; longer texts are not kept. */
const SHORT = 65_536;

function parse({ text }: Source): ReadText | undefined {
  const before = recent.get(text);
  if (before !== undefined) return before;
  try {
    // Unique keys are checked by the walk: the library compares each key with each other.
    const document = parseDocument(text, { version: '1.2', uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
    if (recent.size >= RECENT) recent.clear();
    const parsed: ReadText = { document };
    if (text.length <= SHORT) recent.set(text, parsed);
    return parsed;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function syntaxProblem(error: YAMLError, source: Source): Problem {
  const at = source.place(error.pos[0]);
  const code = error.code as string;
  if (code === 'TAB_AS_INDENT') return YAML_TAB.at(at, {});
  if (code === 'MULTIPLE_DOCS') return YAML_DOCUMENTS.at(at, {});
  if (code === 'RESOURCE_EXHAUSTION') return YAML_DEPTH.at(at, { limit: DEPTH_LIMIT });
  // The parser has one code for lines that fit no level and for brackets without end.
  const open = code === 'BAD_INDENT' && error.message.startsWith('Flow');
  return YAML_SYNTAX.at(at, syntaxWords(open ? 'FLOW_OPEN' : code));
}

class Stop extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

class Walk {
  readonly problems: Problem[] = [];
  private readonly anchors = new Map<string, Node>();
  private aliased = 0;
  /** Where the alias stands that is being followed, the outermost of several. */
  private followed: number | undefined;

  constructor(private readonly source: Source) {}

  value(node: Node | null, keyAt: number | undefined, depth: number): Written {
    const at = node?.range?.[0] ?? keyAt ?? 0;
    if (depth > DEPTH_LIMIT) throw new Stop(YAML_DEPTH.at(this.source.place(at), { limit: DEPTH_LIMIT }));
    if (this.followed !== undefined && ++this.aliased > ALIASED_LIMIT)
      throw new Stop(YAML_ALIASES.at(this.source.place(this.followed), { limit: ALIASED_LIMIT }));
    const { source } = this;
    if (isAlias(node)) return { ...this.alias(node.source, at, depth), keyAt, at };
    const result: Written = isScalar(node)
      ? { source, at, keyAt, value: node.value as Scalar, text: node.source ?? String(node.value) }
      : { source, at, keyAt, value: this.collection(node, depth) };
    // An anchor counts once its node is complete, so that no value contains itself.
    if (node?.anchor && this.followed === undefined) this.anchors.set(node.anchor, node);
    return result;
  }

  private collection(node: Node | null, depth: number): Written['value'] {
    if (isMap(node)) return this.entries(node.items as Pair<Node, Node | null>[], depth);
    if (isSeq(node)) return node.items.map((item) => this.value(item as Node, undefined, depth + 1));
    return null;
  }

  private alias(name: string, at: number, depth: number): Written {
    const target = this.anchors.get(name);
    if (target === undefined) {
      this.problems.push(YAML_ALIAS.at(this.source.place(at), { name, near: nearMiss(name, this.anchors.keys()) }));
      return { source: this.source, at, value: null };
    }
    const outer = this.followed;
    this.followed ??= at;
    const written = this.value(target, undefined, depth);
    this.followed = outer;
    return written;
  }

  private entries(items: readonly Pair<Node, Node | null>[], depth: number): ReadonlyMap<string, Written> {
    const entries = new Map<string, Written>();
    for (const { key, value } of items) {
      const keyAt = key?.range?.[0] ?? value?.range?.[0] ?? 0;
      const place = () => this.source.place(keyAt);
      const name = isScalar(key) && key.value !== null ? (key.source ?? String(key.value)) : undefined;
      const before = name === undefined ? undefined : entries.get(name);
      if (name === '<<') this.problems.push(YAML_MERGE_KEY.at(place(), {}));
      else if (name === undefined || name === '__proto__') this.problems.push(ENV_KEY_INVALID.at(place(), noKey(name)));
      else if (before !== undefined)
        this.problems.push(
          YAML_DUPLICATE_KEY.at(place(), { key: name, first: this.source.place(before.keyAt ?? before.at) }),
        );
      else entries.set(name, this.value(value, keyAt, depth + 1));
    }
    return entries;
  }
}

function noKey(name: string | undefined) {
  return { key: name ?? 'this', expected: { en: 'a short text', zh: '简短文本' } };
}
