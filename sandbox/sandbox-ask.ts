import { resolve } from 'node:path';
import { ProblemsError } from '../model/problem';
import {
  SANDBOX_DOWN,
  SANDBOX_NOT_OVN,
  SANDBOX_QUESTION,
  SANDBOX_REGION,
  SANDBOX_SERVICE,
} from '../model/problems/sandbox-problems';
import { PYTHON, pythonArguments, sandboxEnvironment } from './cloud-daemons';
import { Daemons } from './daemons';
import { runTool } from './run-tool';
import { defaultState } from './sandbox-folder';
import { readSettings } from './sandbox-settings';

/** Whether one packet passes: the first of a connection. */
export interface SandboxQuestion {
  /**
   * A port by name, id or one of its addresses; PORT@ADDRESS, one of several; or NETWORK@ADDRESS, a station on the wire of a
   * provider network.
   */
  readonly source: string;
  /** The same; an address alone is asked for wherever it is, the others have to be reached there. */
  readonly destination: string;
  /** `tcp/443`, `udp/53`, `icmp` or `icmp/8`. The default is tcp/443. */
  readonly service?: string | undefined;
  /** Tries every next hop that the sender's network has, as one who minds no route would. */
  readonly anyHop?: boolean | undefined;
}

interface SandboxPlace {
  readonly state?: string | undefined;
  /** The default is the first region. */
  readonly region?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface SandboxAskProps extends SandboxPlace, SandboxQuestion {}

export interface SandboxAskAllProps extends SandboxPlace {
  readonly questions: readonly SandboxQuestion[];
}

/** A question that cannot be put: no such port, no address of the family, the address of a load balancer. */
export interface SandboxNonsense {
  readonly nonsense: string;
}

/** What OVN does with the first packet of a connection. */
export interface SandboxAnswer {
  readonly verdict: 'ALLOW' | 'DENY';
  /** Where it came out with which addresses, or the stage that dropped it, in OVN's words. */
  readonly reason: string;
  /** The switch or router, and table, that dropped it; undefined when it passes or is never sent. */
  readonly droppedIn: { readonly datapath: string; readonly stage: string } | undefined;
  /** What `ovn-trace` said, for the reader who doubts. */
  readonly trace: string;
}

/** Asks OVN, through `ovn-trace` over what Neutron wrote into it. Throws ProblemsError when there is nothing to ask. */
export async function sandboxAsk({ source, destination, service, ...place }: SandboxAskProps): Promise<SandboxAnswer> {
  const [answer] = await sandboxAskAll({ ...place, questions: [{ source, destination, service }] });
  if (answer !== undefined && 'verdict' in answer) return answer;
  const question = `${source} ${destination} ${service ?? SERVICE}`;
  throw new ProblemsError([SANDBOX_QUESTION.at(question, { reason: answer?.nonsense ?? '' })]);
}

/** The same for many packets in one run: an answer for each, in their order. */
export async function sandboxAskAll(props: SandboxAskAllProps): Promise<readonly (SandboxAnswer | SandboxNonsense)[]> {
  const state = resolve(props.state ?? defaultState());
  const region = regionAsked(state, props.region);
  const daemons = new Daemons(state);
  const silent = ['keystone', `neutron-${region}`, `ovn-nb-${region}`, `ovn-sb-${region}`, `ovn-northd-${region}`];
  const dead = silent.filter((name) => daemons.alive(name) === undefined);
  if (dead.length > 0) throw new ProblemsError(dead.map((part) => SANDBOX_DOWN.at(state, { part })));
  const input = props.questions.map((question) => `${JSON.stringify({ service: SERVICE, ...question })}\n`).join('');
  const result = await runTool(PYTHON, pythonArguments(state, 'ask', region), {
    env: sandboxEnvironment(),
    signal: props.signal,
    input,
  });
  if (result.code === 0) return result.stdout.trim().split('\n').map(readAnswer);
  const lines = result.stderr.trim().split('\n').slice(-8);
  const what = { en: 'failed', zh: '失败' };
  throw new ProblemsError([SANDBOX_SERVICE.at('ask', { service: 'ask', what, log: daemons.logOf('neutron'), lines })]);
}

const SERVICE = 'tcp/443';

function regionAsked(state: string, asked: string | undefined): string {
  const settings = readSettings(state);
  if (settings === undefined) throw new ProblemsError([SANDBOX_DOWN.at(state, { part: 'the sandbox' })]);
  if (settings.network !== 'ovn') throw new ProblemsError([SANDBOX_NOT_OVN.at(state, { network: settings.network })]);
  const region = asked ?? (settings.regions[0] as string);
  if (!settings.regions.includes(region))
    throw new ProblemsError([SANDBOX_REGION.at('--region', { region, known: settings.regions })]);
  return region;
}

function readAnswer(line: string): SandboxAnswer | SandboxNonsense {
  const answer = JSON.parse(line) as
    | { readonly nonsense: string }
    | { readonly nonsense?: never; allowed: boolean; reason: string; dropped: [string, string] | null; trace: string };
  if (answer.nonsense !== undefined) return { nonsense: answer.nonsense };
  return {
    verdict: answer.allowed ? 'ALLOW' : 'DENY',
    reason: answer.reason,
    droppedIn: answer.dropped === null ? undefined : { datapath: answer.dropped[0], stage: answer.dropped[1] },
    trace: answer.trace,
  };
}
