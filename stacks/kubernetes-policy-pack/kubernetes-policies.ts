import { type Policies, type PolicyResource, type ReportViolation, UnknownValueError } from '@pulumi/policy';
import { judge } from '../../policies/judge';
import { kubernetesPolicies } from '../../policies/kubernetes/kubernetes-policies';
import { type Manifest, manifestOf } from '../../policies/manifest';
import type { Policy } from '../../policies/policy';
import { Subject } from '../../policies/subject';

type SentResource = Pick<PolicyResource, 'type' | 'props' | 'urn'>;

/** Level of what has no label `mlps`: that of nearly every government cloud. */
const USUAL_LEVEL = 3;

/**
 * Our policies of Kubernetes as policies of Pulumi: the same engine, and the same fingerprints as with `egov check`. One
 * that looks at each object by itself is asked before that object is sent; one that holds objects against each other is
 * asked about the whole stack, which Pulumi does at the end. One that only warns is advisory, the others are mandatory.
 *
 * @param asOf the day of the run, YYYY-MM-DD
 */
export function pulumiPolicies(asOf: string): Policies {
  return kubernetesPolicies.map((policy) => {
    const spec: Pick<Policies[number], 'name' | 'description' | 'enforcementLevel'> = {
      name: policy.id.toLowerCase(),
      description: `${policy.title.en} · ${policy.title.zh}`,
      enforcementLevel: policy.outcome === 'warn' ? 'advisory' : 'mandatory',
    };
    const ask = (resources: readonly SentResource[], report: ReportViolation) =>
      judgeSent(policy, asOf, resources, report);
    if (policy.whole) return { ...spec, validateStack: ({ resources }, report) => ask(resources, report) };
    return { ...spec, validateResource: (resource, report) => ask([resource], report) };
  });
}

function judgeSent(policy: Policy, asOf: string, resources: readonly SentResource[], report: ReportViolation): void {
  const urns = new Map<string, string>();
  const manifests = resources.flatMap((resource) => {
    const manifest = manifestOfResource(resource);
    if (manifest === undefined) return [];
    urns.set(manifest.key, resource.urn);
    return [manifest];
  });
  for (const { findings } of judge([policy], new Subject({ manifests, asOf })))
    for (const { fingerprint, resource, message, fix } of findings)
      report(
        `${resource}: ${message.en} · ${message.zh}\nfix: ${fix.en} · ${fix.zh} [${fingerprint}]`,
        urns.get(resource),
      );
}

/** The object that Pulumi would send; undefined for what is none of Kubernetes, as a component. */
export function manifestOfResource({ type, props, urn }: SentResource): Manifest | undefined {
  if (!type.startsWith('kubernetes:')) return undefined;
  return manifestOf(known(props), urn.split('::').at(-1) ?? '', USUAL_LEVEL);
}

/** The values that are known already: to touch one that is not, as in a preview, throws. */
function known(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((_, index) => knownAt(value, index));
  return Object.fromEntries(Object.keys(value).map((key) => [key, knownAt(value, key)]));
}

function knownAt(value: object, key: string | number): unknown {
  try {
    return known((value as Record<string | number, unknown>)[key]);
  } catch (error) {
    if (error instanceof UnknownValueError) return undefined;
    throw error;
  }
}
