import { PASSPHRASE } from '../state-encryption';
import type { Surroundings } from '../surroundings';

/**
 * What a cluster with thousands of objects needs; whoever sets these has their own way.
 *
 * The server decides how much it takes (API Priority and Fairness, https://kubernetes.io/docs/concepts/cluster-administration/flow-control/),
 * not the 50 calls a second that the provider allows itself. The state is written once, at the end or when it is
 * interrupted: written before and after each of n objects it costs n², and half an hour for 1,700 of them. What a
 * process made that was killed is found by its label instead (deployment/kubernetes/left-objects.ts).
 */
const FAST = {
  PULUMI_K8S_CLIENT_QPS: '1000',
  PULUMI_K8S_CLIENT_BURST: '2000',
  PULUMI_SKIP_CHECKPOINTS: 'true',
} as const;

export interface PulumiVariablesProps {
  readonly surroundings: Surroundings;
  /** Folder of the states where no backend is named. */
  readonly states: string;
  readonly kubeconfig: string;
}

/** The variables that a Pulumi of a cluster runs with. */
export function pulumiVariables({ surroundings, states, kubeconfig }: PulumiVariablesProps): Record<string, string> {
  const given = (variable: string): Record<string, string> =>
    surroundings[variable] === undefined ? {} : { [variable]: surroundings[variable] };
  return {
    ...given('PATH'),
    ...given('HOME'),
    ...given('PULUMI_HOME'),
    PULUMI_BACKEND_URL: surroundings['PULUMI_BACKEND_URL'] || `file://${states}`,
    ...passphraseOf(surroundings),
    PULUMI_SKIP_UPDATE_CHECK: 'true',
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
    ...Object.fromEntries(Object.entries(FAST).map(([name, value]) => [name, surroundings[name] ?? value])),
    KUBECONFIG: kubeconfig,
  };
}

/** Pulumi's own variables win; without any passphrase a state is as open as one of OpenTofu's without. */
function passphraseOf(surroundings: Surroundings): Record<string, string> {
  const file = surroundings['PULUMI_CONFIG_PASSPHRASE_FILE'];
  if (file !== undefined) return { PULUMI_CONFIG_PASSPHRASE_FILE: file };
  return { PULUMI_CONFIG_PASSPHRASE: surroundings['PULUMI_CONFIG_PASSPHRASE'] ?? surroundings[PASSPHRASE] ?? '' };
}
