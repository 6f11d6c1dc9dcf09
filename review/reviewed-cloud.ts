import type { Design } from '../model/design/design';
import type { EmittedStack } from '../model/emitted-stack';
import type { Finding } from '../policies/finding';
import type { Case } from '../proof/judge/case';
import type { Proof } from '../proof/proof';
import type { PlannedStack } from './compare/planned-stack';
import type { Quote } from './quote/quote';

/** One revision of a cloud: as decided, as emitted, and what is known of it. */
export interface ReviewedCloud {
  readonly design: Design;
  readonly stacks: readonly EmittedStack[];
  /** Its Kubernetes clusters, each as a stack of objects. @default it has none */
  readonly clusters?: readonly EmittedStack[];
  /** Its resources as a case of the proof. */
  readonly asked: Case;
  /** Absent where nobody asked for it, because nothing that it could say differs. */
  readonly proof?: Proof;
  /** @default none were asked for */
  readonly findings?: readonly Finding[];
  /** @default there is no price book */
  readonly quote?: Quote;
}

/** An environment in both revisions; one side is absent where it was made or deleted. */
export interface CloudPair {
  readonly environment: string;
  readonly before?: ReviewedCloud;
  readonly after?: ReviewedCloud;
  /** What OpenTofu would do, where it was asked. */
  readonly plans?: readonly PlannedStack[];
}
