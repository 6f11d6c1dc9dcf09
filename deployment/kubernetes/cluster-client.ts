import { setMaxListeners } from 'node:events';
import { Agent, request } from 'node:https';
import type { Surroundings } from '../../engines/surroundings';
import { ProblemsError } from '../../model/problem';
import { CLUSTER_DENIED, CLUSTER_UNREACHABLE } from '../../model/problems/cluster-problems';
import { type ClusterCredentials, clusterCredentials } from './cluster-credentials';
import type { KubeContext } from './kubeconfig';

export interface ClusterAnswer {
  readonly status: number;
  /** Parsed JSON; the text where it is none. */
  readonly body: unknown;
}

/** What is read of an object in a list. */
export interface ListedObject {
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

/** Why the server said no, in its own words. */
export function reasonOf({ status, body }: ClusterAnswer): string {
  return (body as { readonly message?: string } | null)?.message ?? `${status}`;
}

/** Time in which an API server answers, in milliseconds. */
const PATIENCE = 20_000;

/** Reads objects of one cluster, and takes back what no state knows. Pulumi does all else that writes. */
export class ClusterClient {
  /** Throws ProblemsError where the credentials cannot be had. */
  static async open(context: KubeContext, surroundings: Surroundings, signal?: AbortSignal): Promise<ClusterClient> {
    return new ClusterClient(context, await clusterCredentials(context, surroundings), signal);
  }

  readonly server: string;
  private readonly agent: Agent;

  private constructor(
    private readonly context: KubeContext,
    private readonly credentials: ClusterCredentials,
    private readonly signal: AbortSignal | undefined,
  ) {
    const { cluster } = context;
    this.server = cluster.server;
    // Each call listens to it as long as it runs, and many run at once.
    if (signal !== undefined) setMaxListeners(0, signal);
    const { ca, cert, key } = credentials;
    this.agent = new Agent({
      keepAlive: true,
      maxSockets: 16,
      rejectUnauthorized: cluster['insecure-skip-tls-verify'] !== true,
      ...(cluster['tls-server-name'] !== undefined && { servername: cluster['tls-server-name'] }),
      ...(ca !== undefined && { ca }),
      ...(cert !== undefined && { cert }),
      ...(key !== undefined && { key }),
    });
  }

  close(): void {
    this.agent.destroy();
  }

  /**
   * Reads `/api/v1/namespaces/…`. Throws ProblemsError where nobody answers, or the credentials are not accepted or do
   * not suffice; everything else is an answer.
   */
  get(path: string): Promise<ClusterAnswer> {
    return this.ask('GET', path);
  }

  /** The items of a collection; none where the server does not know its kind. Throws also where it cannot answer. */
  async list(path: string): Promise<readonly ListedObject[]> {
    const { status, body } = await this.get(path);
    if (status === 404) return [];
    if (status < 400) return (body as { readonly items?: readonly ListedObject[] }).items ?? [];
    throw new ProblemsError([
      CLUSTER_UNREACHABLE.at(this.context.name, { server: this.server, reason: reasonOf({ status, body }) }),
    ]);
  }

  /** Merges into an object (RFC 7396): null takes a field away. Throws as `get` does. */
  merge(path: string, patch: object): Promise<ClusterAnswer> {
    return this.ask('PATCH', `${path}?fieldManager=egov`, JSON.stringify(patch));
  }

  /** Deletes an object, and what it owns. Throws as `get` does. */
  remove(path: string): Promise<ClusterAnswer> {
    return this.ask('DELETE', path);
  }

  private async ask(method: 'GET' | 'PATCH' | 'DELETE', path: string, body?: string): Promise<ClusterAnswer> {
    const answer = await this.fetch(method, path, body);
    if (answer.status !== 401 && answer.status !== 403) return answer;
    const { message } = answer.body as { readonly message?: string };
    const values = { server: this.server, status: answer.status, reason: message ?? 'no reason given' };
    throw new ProblemsError([CLUSTER_DENIED.at(this.context.name, values)]);
  }

  private fetch(method: string, path: string, body: string | undefined): Promise<ClusterAnswer> {
    const { token } = this.credentials;
    const headers = {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/merge-patch+json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    return new Promise((resolve, reject) => {
      const fail = (error: Error): void => {
        if (this.signal?.aborted) {
          reject(this.signal.reason);
          return;
        }
        const values = { server: this.server, reason: error.message };
        reject(new ProblemsError([CLUSTER_UNREACHABLE.at(this.context.name, values)]));
      };
      const url = new URL(this.server.replace(/\/$/, '') + path);
      const options = { method, agent: this.agent, headers, timeout: PATIENCE, signal: this.signal };
      const asked = request(url, options, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('error', fail);
        response.once('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          resolve({ status: response.statusCode ?? 0, body: parsed(text) });
        });
      });
      asked.once('timeout', () => asked.destroy(new Error(`no answer within ${PATIENCE / 1000} s`)));
      asked.once('error', fail);
      asked.end(body);
    });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
