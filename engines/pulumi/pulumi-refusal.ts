import { CommandError, ConcurrentUpdateError, type EngineEvent } from '@pulumi/pulumi/automation';
import { type Problem, ProblemsError } from '../../model/problem';
import { CLUSTER_UNREACHABLE } from '../../model/problems/cluster-problems';
import {
  ENGINE_CRASHED,
  ENGINE_FAILED,
  ENGINE_INTERRUPTED,
  ENGINE_REFUSED,
} from '../../model/problems/engine-problems';
import { STATE_LOCKED, STATE_PASSPHRASE } from '../../model/problems/state-problems';
import { type Surroundings, withoutSecrets } from '../surroundings';
import type { ClusterStack } from './cluster-stack';
import { isProviderCrash, providerCrash } from './provider-crash';
import { addressOf } from './pulumi-change';

export interface RefusalProps {
  readonly error: unknown;
  readonly events: readonly EngineEvent[];
  readonly stack: ClusterStack;
  /** Of Pulumi, such as `up`. */
  readonly command: string;
  readonly surroundings: Surroundings;
  readonly interrupted: boolean;
}

const LAST_LINES = 12;

/** What Pulumi said, as problems. An error of our own comes back as it is. */
export function refusedBy(props: RefusalProps): unknown {
  const { error, events, stack, command, interrupted } = props;
  if (error instanceof ProblemsError) return error;
  if (interrupted) return new ProblemsError([ENGINE_INTERRUPTED.at(stack.name, { command: `pulumi ${command}` })]);
  if (!(error instanceof CommandError)) return error;
  const said = withoutSecrets(error.message, props.surroundings);
  if (error instanceof ConcurrentUpdateError) return new ProblemsError([locked(stack, said)]);
  if (/incorrect passphrase|passphrase must be set/.test(said)) {
    const reason = { en: 'the passphrase is not that of this state', zh: '口令与该状态不符' };
    return new ProblemsError([STATE_PASSPHRASE.at(stack.name, { reason })]);
  }
  const refused = refusals(events, props);
  if (refused.length > 0) return new ProblemsError(refused);
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const values = { command: `pulumi ${command}`, end: 'an error', lines: lines.slice(0, LAST_LINES) };
  return new ProblemsError([ENGINE_FAILED.at(stack.name, values)]);
}

/** `…/locks/organization/egov/hebei-extranet/ID.json: created by root@host (pid 7) at 2026-11-26T…`. */
function locked(stack: ClusterStack, said: string): Problem {
  const [, id = 'any', holder] = /([\w-]+)\.json(?:\?\S*)?: created by (.+)/.exec(said) ?? [];
  return STATE_LOCKED.at(stack.name, { id, holder: holder ?? 'another process' });
}

/** One problem for each thing that was said; one refusal that meets many objects is said once. */
function refusals(events: readonly EngineEvent[], { stack, surroundings }: RefusalProps): Problem[] {
  const said = new Map<string, { readonly urn: string | undefined; more: number }>();
  for (const { diagnosticEvent, policyEvent } of events) {
    if (policyEvent?.enforcementLevel === 'mandatory') {
      const { policyName, resourceUrn, message } = policyEvent;
      said.set(`${policyName}: ${bare(message)}`, { urn: resourceUrn, more: 0 });
    }
    if (diagnosticEvent?.severity !== 'error') continue;
    const words = bare(diagnosticEvent.message);
    if (words === '' || SUMMARY.test(words)) continue;
    const known = said.get(words);
    if (known === undefined) said.set(words, { urn: diagnosticEvent.urn, more: 0 });
    else known.more += 1;
  }
  const words = [...said].flatMap(([one, { more }]) => Array.from({ length: more + 1 }, () => one));
  return [
    ...broken(words, stack, surroundings),
    ...[...said].flatMap(([refused, { urn, more }]) => {
      if (isBroken(refused)) return [];
      const clean = withoutSecrets(refused, surroundings);
      const address = urn === undefined || urn === '' ? undefined : addressOf(urn);
      const at = address === undefined ? stack.name : (stack.placeOf?.(address) ?? `${stack.name} ${address}`);
      const what = address === undefined ? {} : { what: { en: address, zh: address } };
      return [ENGINE_REFUSED.at(at, { engine: 'Pulumi', summary: clean, detail: '', ...what, more })];
    }),
  ];
}

function isBroken(said: string): boolean {
  return isProviderCrash(said) || isUnreachable(said);
}

/**
 * One problem for a server that was gone, or for a provider that crashed, however many objects met that. A provider that
 * crashes as its server goes away is told with the server.
 */
function broken(said: readonly string[], { name }: ClusterStack, surroundings: Surroundings): Problem[] {
  const crashes = said.filter(isProviderCrash).map((words) => withoutSecrets(words, surroundings));
  const [first, ...more] = said.filter((words) => isUnreachable(words) && !isProviderCrash(words));
  if (first === undefined)
    return crashes.length === 0 ? [] : [ENGINE_CRASHED.at(name, { engine: PROVIDER, ...providerCrash(crashes) })];
  const clean = withoutSecrets(first, surroundings);
  const [, server = name] = /(https:\/\/[^/\s"]+)/.exec(clean) ?? [];
  // Behind the request that failed stands why.
  const [, reason = clean] = /"https:\/\/[^"]+": (.+)$/.exec(clean) ?? [];
  const crashed = crashes.length > 0 && { crashed: PROVIDER };
  return [CLUSTER_UNREACHABLE.at(name, { server, reason, more: more.length, ...crashed })];
}

const PROVIDER = { en: "Pulumi's provider of Kubernetes", zh: 'Pulumi 的 Kubernetes provider' };

/** What Pulumi says after each failure, and what says nothing more. */
const SUMMARY = /^(update|preview|refresh|destroy) failed$|^resource operation failed$/;

function isUnreachable(said: string): boolean {
  return UNREACHABLE.test(said) && !OTHERS.test(said);
}

/** Of somebody else who did not answer: a webhook to the server, a registry to a node. The server tells it. */
const OTHERS = /\bwebhook\b|ErrImagePull|ImagePullBackOff|failed to pull/i;

/**
 * As Go's clients say it. A request that got no answer has its URL (`url.Error` of net/url), whatever the reason; TLS that
 * is refused is somebody's answer. Then what ends a connection while its answer is read (net, net/http, x/net/http2).
 */
const UNREACHABLE = new RegExp(
  [
    '\\b(?:Get|Head|Post|Put|Patch|Delete) "https?://[^"]+": (?!.*(?:\\btls: |\\bx509: ))',
    'unreachable|connection refused|no such host|no route to host|i/o timeout|TLS handshake timeout',
    'connection reset|broken pipe|: EOF|unexpected EOF|connection lost|client connection force closed',
    'use of closed network connection|server closed idle connection|GOAWAY|apiserver is shutting down',
  ].join('|'),
);

/** Without marks of colour, and on one line. */
function bare(message: string): string {
  return message
    .replaceAll(/<\{%[^%]*%\}>/g, '')
    .replaceAll(/\s*\n\s*/g, '; ')
    .replace(/^error: /, '')
    .trim()
    .replace(/;$/, '');
}
