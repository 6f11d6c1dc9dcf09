import type { Problem } from '../../model/problem';
import type { Proof } from '../../proof/proof';
import type { Waiver } from '../waivers/waiver';
import type { Assessment } from './assessment';

/** Everything that the folder of an assessor is made of. */
export interface Evidence {
  /** Id of the environment, and its name. */
  readonly environment: string;
  readonly name: string;
  readonly asOf: string;
  readonly version: string;
  /** Level of the platform; the assessment may ask for another one. */
  readonly platformLevel: number;
  readonly assessment: Assessment;
  readonly waivers: readonly Waiver[];
  /** What is wrong with the waivers. */
  readonly problems: readonly Problem[];
  readonly proof: Proof;
  /** The certificate of the proof as text; absent unless all is proved. */
  readonly certificate?: string | undefined;
  /** Hashes of what was judged. */
  readonly inputs: { readonly design: string; readonly stacks: string };
}

/** Where a rule's record lies in the folder. */
export function ruleFile(id: string): string {
  return `rules/${id}.json`;
}

export const PROOF_FILE = 'proof.json';
export const CERTIFICATE_FILE = 'certificate.json';
