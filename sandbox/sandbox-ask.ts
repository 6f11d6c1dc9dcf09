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

export interface SandboxAskProps {
  readonly state?: string | undefined;
  /** The default is the first region. */
  readonly region?: string | undefined;
  /** A port by name or id, one of its addresses, or NETWORK@ADDRESS: a station on the wire of a provider network. */
  readonly source: string;
  /** An address, a port, or NETWORK@ADDRESS. */
  readonly destination: string;
  /** `tcp/443`, `udp/53`, `icmp`. The default is tcp/443. */
  readonly service?: string | undefined;
  readonly signal?: AbortSignal | undefined;
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
export async function sandboxAsk(props: SandboxAskProps): Promise<SandboxAnswer> {
  const state = resolve(props.state ?? defaultState());
  const settings = readSettings(state);
  if (settings === undefined) throw new ProblemsError([SANDBOX_DOWN.at(state, { part: 'the sandbox' })]);
  if (settings.network !== 'ovn') throw new ProblemsError([SANDBOX_NOT_OVN.at(state, { network: settings.network })]);
  const region = props.region ?? (settings.regions[0] as string);
  if (!settings.regions.includes(region))
    throw new ProblemsError([SANDBOX_REGION.at('--region', { region, known: settings.regions })]);
  const daemons = new Daemons(state);
  const silent = ['keystone', `neutron-${region}`, `ovn-nb-${region}`, `ovn-sb-${region}`, `ovn-northd-${region}`];
  const dead = silent.filter((name) => daemons.alive(name) === undefined);
  if (dead.length > 0) throw new ProblemsError(dead.map((part) => SANDBOX_DOWN.at(state, { part })));
  const question = [props.source, props.destination, props.service ?? 'tcp/443'];
  const result = await runTool(PYTHON, pythonArguments(state, 'ask', region, ...question), {
    env: sandboxEnvironment(),
    signal: props.signal,
  });
  if (result.code === 0) return readAnswer(result.stdout);
  if (result.code === 2)
    throw new ProblemsError([SANDBOX_QUESTION.at(question.join(' '), { reason: result.stderr.trim() })]);
  const lines = result.stderr.trim().split('\n').slice(-8);
  const what = { en: 'failed', zh: '失败' };
  throw new ProblemsError([SANDBOX_SERVICE.at('ask', { service: 'ask', what, log: daemons.logOf('neutron'), lines })]);
}

function readAnswer(stdout: string): SandboxAnswer {
  const answer = JSON.parse(stdout) as {
    allowed: boolean;
    reason: string;
    dropped: [string, string] | null;
    trace: string;
  };
  return {
    verdict: answer.allowed ? 'ALLOW' : 'DENY',
    reason: answer.reason,
    droppedIn: answer.dropped === null ? undefined : { datapath: answer.dropped[0], stage: answer.dropped[1] },
    trace: answer.trace,
  };
}
