import type { StackDesign } from '../model/design/stack-design';
import type { StackOutputRef } from '../model/emitted-stack';

/** What a synthesis consists of: `manifest.json` beside the stacks' folders. */
export interface Manifest {
  readonly format: 1;
  /** Version of the toolkit that wrote it. */
  readonly egov: string;
  /** Path below `environments/`. */
  readonly environment: string;
  /** SHA-256 of the design, in hexadecimal digits: the same for the same input. */
  readonly input: string;
  /** In the order of their dependencies. */
  readonly stacks: readonly ManifestStack[];
}

export interface ManifestStack extends Omit<StackDesign, 'key'> {
  /** Key of the stack, and name of its folder. */
  readonly name: string;
  readonly resources: number;
  /** Which output of which stack fills each variable. */
  readonly inputs: Readonly<Record<string, StackOutputRef>>;
  /** Resource address to the place that asked for it. */
  readonly places: Readonly<Record<string, string>>;
}

/** The manifest in a text, or `undefined` for the text of anything else. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isManifest(parsed) ? parsed : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const { format, egov, input, stacks } = value as Partial<Manifest>;
  return format === 1 && typeof egov === 'string' && typeof input === 'string' && Array.isArray(stacks);
}
