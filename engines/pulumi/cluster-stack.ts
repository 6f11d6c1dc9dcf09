import type { PulumiFn } from '@pulumi/pulumi/automation';

/** A stack of one cluster: its program, and the way to the cluster. */
export interface ClusterStack {
  /** Such as `hebei-extranet`. */
  readonly name: string;
  readonly program: PulumiFn;
  /** Kubeconfig whose current context is the cluster. */
  readonly kubeconfig: string;
  /** The place that asked for an object, `file:line:column`, by its address. @default none is known */
  readonly placeOf?: (address: string) => string | undefined;
}
