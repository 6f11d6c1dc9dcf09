import { ProblemsError } from '../../model/problem';
import { CLOUD_REFUSED, CLOUD_UNREACHABLE } from '../../model/problems/cloud-problems';
import type { HttpProps } from './http-request';
import type { KeystoneSession } from './keystone-session';

/** Services by the types under which catalogues offer them, the usual one first. */
const TYPES = {
  identity: ['identity'],
  network: ['network'],
  compute: ['compute'],
  volume: ['block-storage', 'volumev3'],
  balancer: ['load-balancer'],
  dns: ['dns'],
  keys: ['key-manager'],
  containers: ['container-infra'],
} as const;
export type ServiceName = keyof typeof TYPES;

export type Thing = Readonly<Record<string, unknown>>;

/** The APIs of one region, asked in JSON. */
export class OpenStackClient {
  constructor(
    readonly session: KeystoneSession,
    readonly region: string,
  ) {}

  /** The same region with a token of another project. */
  async within(projectId: string): Promise<OpenStackClient> {
    return new OpenStackClient(await this.session.within(projectId), this.region);
  }

  /** Everything below `path`, page by page; `key` is the name of the list in the answer. */
  async list(service: ServiceName, path: string, key: string): Promise<Thing[]> {
    const found: Thing[] = [];
    let next: string | undefined = this.url(service, path);
    while (next !== undefined) {
      const page: Thing = (await this.call(service, { method: 'GET', url: next })) ?? {};
      found.push(...((page[key] as Thing[] | undefined) ?? []));
      next = nextPage(page, key);
    }
    return found;
  }

  /** One thing, or `undefined` where there is none. */
  get(service: ServiceName, path: string): Promise<Thing | undefined> {
    return this.call(service, { method: 'GET', url: this.url(service, path) });
  }

  /** Makes something. Throws ProblemsError when it is refused. */
  async post(service: ServiceName, path: string, body: Thing): Promise<Thing> {
    return (await this.call(service, { method: 'POST', url: this.url(service, path), body })) ?? {};
  }

  async remove(service: ServiceName, path: string): Promise<void> {
    await this.call(service, { method: 'DELETE', url: this.url(service, path) });
  }

  private async call(service: ServiceName, props: HttpProps): Promise<Thing | undefined> {
    const { session } = this;
    const call = `${props.method} ${service} ${new URL(props.url).pathname}`;
    // Designate and Cinder show an administrator the things of all projects only when asked so.
    const headers = {
      'x-auth-token': session.secret,
      ...(service === 'dns' && { 'x-auth-all-projects': 'true' }),
      // Groups of nodes are there since 1.9.
      ...(service === 'containers' && { 'openstack-api-version': 'container-infra 1.9' }),
    };
    let answer: Awaited<ReturnType<typeof session.connections.send>>;
    try {
      answer = await session.connections.send({ ...props, headers, ...(session.signal && { signal: session.signal }) });
    } catch (error) {
      session.signal?.throwIfAborted();
      const reason = `${call}: ${(error as Error).message}`;
      throw new ProblemsError([CLOUD_UNREACHABLE.at(session.credentials.cloud, { reason })]);
    }
    if (answer.status === 404 && props.method !== 'POST') return undefined;
    if (answer.status >= 400) {
      const reason = answer.text.replace(/\s+/g, ' ').slice(0, 300);
      throw new ProblemsError([CLOUD_REFUSED.at(session.credentials.cloud, { call, status: answer.status, reason })]);
    }
    return answer.text.trim() === '' ? undefined : (JSON.parse(answer.text) as Thing);
  }

  private url(service: ServiceName, path: string): string {
    const { token, credentials } = this.session;
    const wanted = credentials.interface.replace(/URL$/, '');
    for (const type of TYPES[service]) {
      const entry = token.catalog?.find((one) => one.type === type);
      const endpoint = entry?.endpoints.find((one) => one.interface === wanted && one.region === this.region);
      if (endpoint !== undefined) return `${endpoint.url.replace(/\/+$/, '')}${path}`;
    }
    const reason = `the catalogue has no ${TYPES[service][0]} in ${this.region}`;
    throw new ProblemsError([CLOUD_UNREACHABLE.at(credentials.cloud, { reason })]);
  }
}

/** Where the next page is: each service says it in one of these ways. */
function nextPage(page: Thing, key: string): string | undefined {
  const links = page[`${key}_links`] ?? page['links'];
  if (Array.isArray(links)) {
    const next = (links as { rel?: string; href?: string }[]).find(({ rel }) => rel === 'next');
    return next?.href;
  }
  const next = (links as { next?: string | null } | undefined)?.next ?? page['next'];
  return typeof next === 'string' ? next : undefined;
}
