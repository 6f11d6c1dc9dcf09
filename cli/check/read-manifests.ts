import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, LineCounter, parseAllDocuments } from 'yaml';
import { isFields } from '../../model/manifest-fields';
import { type Problem, ProblemsError } from '../../model/problem';
import {
  MANIFEST_FOREIGN,
  MANIFEST_NONE,
  MANIFEST_SYNTAX,
  MANIFEST_UNREADABLE,
} from '../../model/problems/check-problems';
import { type Manifest, manifestOf } from '../../policies/manifest';

/** Values that all aliases of a file may stand for together: more is a bomb, not a manifest. */
const ALIASES = 1000;

/**
 * Every Kubernetes object below a folder, in the order of files and documents; a List stands for its items. `level` is
 * that of what has no label `mlps`.
 *
 * @throws ProblemsError with everything that is no manifest, in all files.
 */
export function readManifests(folder: string, label: string, level: number): readonly Manifest[] {
  const problems: Problem[] = [];
  const files = filesBelow(folder, label);
  const manifests = files.flatMap((file) => {
    const at = `${label}/${file}`;
    try {
      return manifestsIn(readFileSync(join(folder, file), 'utf8'), at, level, problems);
    } catch (error) {
      problems.push(MANIFEST_UNREADABLE.at(at, { got: (error as Error).message }));
      return [];
    }
  });
  if (files.length === 0) problems.push(MANIFEST_NONE.at(label, { folder: label }));
  if (problems.length > 0) throw new ProblemsError(problems);
  return manifests;
}

function filesBelow(folder: string, label: string): string[] {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return names.filter((name) => /\.(ya?ml|json)$/.test(name)).sort();
  } catch (error) {
    throw new ProblemsError([MANIFEST_UNREADABLE.at(label, { got: (error as Error).message })]);
  }
}

function manifestsIn(text: string, at: string, level: number, problems: Problem[]): Manifest[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    merge: true,
    prettyErrors: false,
    logLevel: 'error',
  });
  return (Array.isArray(documents) ? (documents as Document.Parsed[]) : []).flatMap((document) => {
    const place = (offset: number): string => {
      const { line, col } = lines.linePos(offset);
      return `${at}:${Math.max(1, line)}:${Math.max(1, col)}`;
    };
    const [error] = document.errors;
    if (error) {
      problems.push(MANIFEST_SYNTAX.at(place(error.pos[0]), { got: error.message }));
      return [];
    }
    const here = place(document.contents?.range?.[0] ?? 0);
    try {
      const object: unknown = document.toJS({ maxAliasCount: ALIASES });
      return object === null ? [] : objectsOf(object, here, level, problems);
    } catch (failed) {
      problems.push(MANIFEST_SYNTAX.at(here, { got: (failed as Error).message }));
      return [];
    }
  });
}

function objectsOf(object: unknown, place: string, level: number, problems: Problem[]): Manifest[] {
  if (isFields(object) && typeof object['kind'] === 'string' && /List$/.test(object['kind'])) {
    const items = object['items'];
    if (Array.isArray(items)) return items.flatMap((item) => objectsOf(item, place, level, problems));
  }
  const manifest = manifestOf(object, place, level);
  if (manifest) return [manifest];
  const missing = isFields(object)
    ? ['apiVersion', 'kind', 'metadata'].filter((key) => object[key] === undefined).join(', ')
    : 'apiVersion, kind, metadata';
  problems.push(MANIFEST_FOREIGN.at(place, { missing: missing || 'metadata' }));
  return [];
}
