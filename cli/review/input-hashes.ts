import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Tells whether the files that an environment is made of are the same: its own, and what it shares with others. Each
 * file is read once in the life of a command.
 */
export class InputHashes {
  private readonly known = new Map<string, string>();
  private readonly shared = new Map<string, string>();

  constructor(private readonly root: string) {}

  of(id: string): string {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const folder = join(this.root, id);
    const sum = createHash('sha256');
    let profile: string | undefined;
    for (const file of [...filesIn(folder), ...filesIn(join(folder, 'tenants'))]) {
      const bytes = bytesOf(file);
      if (file === join(folder, 'environment.yaml')) profile = profileIn(bytes.toString('utf8'));
      sum.update(file.slice(this.root.length)).update('\0').update(bytes).update('\0');
    }
    const made = sum.update(this.ofShared(profile)).digest('hex');
    this.known.set(id, made);
    return made;
  }

  /** Of the layers below an environment: of one profile, or of all where none is named. */
  private ofShared(profile: string | undefined): string {
    const known = this.shared.get(profile ?? '');
    if (known !== undefined) return known;
    const profiles = filesIn(join(this.root, 'profiles')).filter(
      (file) => profile === undefined || file.endsWith(`/${profile}.yaml`),
    );
    const defaults = filesIn(this.root).filter((file) => file.endsWith('/defaults.yaml'));
    const sum = createHash('sha256');
    for (const file of [...defaults, ...profiles, ...filesIn(join(this.root, 'catalogue'))])
      sum.update(file.slice(this.root.length)).update('\0').update(bytesOf(file)).update('\0');
    const made = sum.digest('hex');
    this.shared.set(profile ?? '', made);
    return made;
  }
}

function profileIn(text: string): string | undefined {
  return /^profile:\s*["']?([\w-]+)/m.exec(text)?.[1];
}

/** YAML files of one folder, sorted; notes beside them decide nothing. */
function filesIn(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

/** A file that nobody may read, or a folder of that name, is for the reader of environments to report. */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    return Buffer.from(`${(error as NodeJS.ErrnoException).code}`);
  }
}
