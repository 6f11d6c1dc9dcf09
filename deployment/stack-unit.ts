import type { StackFolder } from '../engines/stack-folder';
import type { StackDesign } from '../model/design/stack-design';
import type { StackOutputRef } from '../model/emitted-stack';

/** A stack as far as its deployment goes: a folder that OpenTofu works in, and what it has to do with other stacks. */
export interface StackUnit extends StackFolder {
  /** Name of its state: that of the key under which the stack was first made. */
  readonly state: string;
  /** Stacks that come first. */
  readonly after: readonly string[];
  /** Which output of which stack fills each variable. */
  readonly inputs: Readonly<Record<string, StackOutputRef>>;
  /** Resource address to the place that asked for it, `file:line:column`. */
  readonly places: Readonly<Record<string, string>>;
  /** Key of the site at which it is made, and the region there. */
  readonly site: string;
  readonly region: string;
  /** Where its state lies: in a file beside the synthesis, or with a server. */
  readonly backend: 'local' | 'pg' | 's3';
  readonly kind: StackDesign['kind'];
}
