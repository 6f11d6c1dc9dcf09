import { join } from 'node:path';
import {
  catalogueFiles,
  environmentFiles,
  environmentSchema,
  tenantFile,
} from '../model/environment/environment-schema';
import type { Problem } from '../model/problem';
import { ENV_KEY_UNKNOWN, ENV_TYPE, PROFILE_UNKNOWN } from '../model/problems/environment-problems';
import { lookInto } from './environment-folder';
import { type EnvironmentsRoot, readShared } from './environments-root';
import { nearMiss } from './near-miss';
import { type ReadFile, readYaml } from './read-yaml';
import { gotWords, shown } from './value-words';
import { isMap, merge, placeOfKey, placeOfWritten, Source, type Written, type WrittenMap } from './written';

const rootFile = 'environment.yaml';
const rootKeys = Object.keys(environmentFiles[rootFile].schema.shape);
const profiles = environmentFiles[rootFile].schema.shape.profile.options;

/** All layers of one environment as one value, each part with its place. */
export interface Layers {
  readonly top: WrittenMap;
  readonly problems: readonly Problem[];
  /** Sections of which a part could not be read: what is missing there may be in that part. */
  readonly unread: ReadonlySet<string>;
}

/** catalogue ⊕ defaults ⊕ profile ⊕ the files of the environment. Objects merge by key, lists replace. */
export function readLayers(root: EnvironmentsRoot, id: string): Layers {
  return new Reading(root, id).all();
}

class Reading {
  private readonly problems: Problem[] = [];
  private readonly unread = new Set<string>();
  private readonly folder: string;
  private readonly label: string;
  private top: WrittenMap;

  constructor(
    private readonly root: EnvironmentsRoot,
    private readonly id: string,
  ) {
    this.folder = join(root.folder, id);
    this.label = `${root.label}/${id}`;
    this.top = mapOf(new Source(`${this.label}/${rootFile}`, ''), []);
  }

  all(): Layers {
    const { files, tenants, problems } = lookInto(this.root, this.id);
    this.problems.push(...problems);
    const root = files.includes(rootFile) ? this.environmentYaml() : undefined;
    this.sharedLayers(root);
    for (const name of files) if (name !== rootFile) this.section(environmentFiles[name].path[0], name);
    for (const [key, name] of tenants) this.tenant(key, `${tenantFile.folder}/${name}`);
    // Last, so that what is missing at the top is reported in environment.yaml.
    if (root !== undefined) this.add(root);
    return { top: this.top, problems: this.problems, unread: this.unread };
  }

  private environmentYaml(): WrittenMap | undefined {
    const written = this.topLevel(this.read(rootFile), rootFile, rootKeys);
    if (written === undefined) return undefined;
    const entries = new Map(written.value);
    for (const [key, value] of written.value) {
      if (rootKeys.includes(key)) continue;
      const free = rootKeys.filter((name) => !written.value.has(name));
      this.problems.push(
        ENV_KEY_UNKNOWN.at(placeOfKey(value), { key, near: nearMiss(key, free), known: rootKeys, file: fileOf(key) }),
      );
      entries.delete(key);
    }
    return { ...written, value: entries };
  }

  private sharedLayers(root: WrittenMap | undefined): void {
    const all = Object.keys(environmentSchema.shape);
    for (const [name, { path }] of Object.entries(catalogueFiles)) this.shared(name, [path[0]], path[0]);
    this.shared('defaults.yaml', all, undefined);
    if (root === undefined) for (const section of all) this.unread.add(section);
    else this.profile(root, all);
  }

  private profile(root: WrittenMap, all: readonly string[]): void {
    const written = root.value.get('profile');
    const name = written?.value;
    if (profiles.some((one) => one === name) && this.root.shared(`profiles/${name}.yaml`) !== undefined) {
      this.shared(`profiles/${name}.yaml`, all, undefined);
      return;
    }
    for (const section of all) if (!rootKeys.includes(section)) this.unread.add(section);
    // What is no text is for the schema to report.
    if (written === undefined || typeof name !== 'string') return;
    const available = profiles.filter((one) => this.root.shared(`profiles/${one}.yaml`) !== undefined);
    const values = { name: shown(written), near: nearMiss(name, available), known: available };
    this.problems.push(PROFILE_UNKNOWN.at(placeOfWritten(written), values));
  }

  private shared(name: string, sections: readonly string[], section: string | undefined): void {
    const file = this.root.shared(name);
    if (file === undefined) return;
    const read = this.note(readShared(file), sections);
    if (section !== undefined && read !== undefined) this.add(mapOf(read.source, [[section, read]]));
    if (section !== undefined) return;
    const written = this.topLevel(read, name, sections);
    if (written !== undefined) this.add(written);
  }

  private section(section: string | undefined, name: string): void {
    if (section === undefined) return;
    const written = this.note(this.readFile(name), [section]);
    if (written !== undefined) this.add(mapOf(written.source, [[section, written]]));
  }

  private tenant(key: string, name: string): void {
    const written = this.note(this.readFile(name), []);
    if (written === undefined) return;
    const tenants = mapOf(written.source, [[key, written]]);
    this.add(mapOf(written.source, [[tenantFile.path[0], tenants]]));
  }

  private read(name: string): Written | undefined {
    return this.note(this.readFile(name), rootKeys);
  }

  private readFile(name: string): ReadFile {
    return readYaml(join(this.folder, name), `${this.label}/${name}`);
  }

  private note(file: ReadFile, sections: readonly string[]): Written | undefined {
    this.problems.push(...file.problems);
    if (file.written === undefined) for (const section of sections) this.unread.add(section);
    return file.written;
  }

  /** A file whose keys are those of the whole environment has keys, and no list or text. */
  private topLevel(written: Written | undefined, name: string, sections: readonly string[]): WrittenMap | undefined {
    if (written === undefined || isMap(written)) return written;
    const expected = { en: 'keys with values', zh: '键值对' };
    this.problems.push(ENV_TYPE.at(placeOfWritten(written), { key: name, got: gotWords(written), expected }));
    for (const section of sections) this.unread.add(section);
    return undefined;
  }

  private add(layer: WrittenMap): void {
    this.top = merge(this.top, layer) as WrittenMap;
  }
}

function mapOf(source: Source, entries: readonly (readonly [string, Written])[]): WrittenMap {
  return { source, at: 0, value: new Map(entries) };
}

/** The file that a section of the environment has for itself. */
export function fileOf(section: string): string | undefined {
  if (section === tenantFile.path[0]) return `${tenantFile.folder}/<key>.yaml`;
  const files = { ...environmentFiles, ...catalogueFiles };
  return Object.entries(files).find(([, { path }]) => path[0] === section)?.[0];
}
