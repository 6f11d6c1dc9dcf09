import type { Surroundings } from '../../engines/surroundings';
import { type Problem, ProblemsError } from '../../model/problem';
import { CLOUD_READER, CLOUD_REGION, CLOUD_UNAUTHORIZED, CLOUD_UNREACHABLE } from '../../model/problems/cloud-problems';
import type { CloudCredentials } from './cloud-credentials';
import { type HttpAnswer, HttpConnections } from './http-request';

export interface CatalogueEntry {
  readonly type: string;
  readonly name: string;
  readonly endpoints: readonly { readonly region: string; readonly interface: string; readonly url: string }[];
}

interface Token {
  readonly project?: { readonly id: string; readonly name: string; readonly domain: { readonly id: string } };
  readonly user: { readonly id: string; readonly name: string; readonly domain: { readonly id: string } };
  readonly roles?: readonly { readonly name: string }[];
  readonly catalog?: readonly CatalogueEntry[];
}

/** Roles that change nothing in any service: Keystone's own, and those that operators call so. */
const READS = /^(.+[-_])?(reader|observer|audit|auditor)$/;

/** Roles with which one works inside a project, and that make no projects, planes or quotas. */
const WORKS_INSIDE = /^(member|_member_|creator|.*_member)$/;

/** A token of Keystone, and what came with it. The token itself never leaves this object but in a header. */
export class KeystoneSession {
  /** Throws ProblemsError when the cloud does not answer or does not let the account in. */
  static async open(credentials: CloudCredentials, signal?: AbortSignal): Promise<KeystoneSession> {
    const connections = new HttpConnections(credentials.tls);
    return authenticate(credentials, connections, scopeOf(credentials), signal);
  }

  constructor(
    readonly credentials: CloudCredentials,
    readonly connections: HttpConnections,
    readonly secret: string,
    readonly token: Token,
    readonly signal: AbortSignal | undefined,
  ) {}

  get projectId(): string {
    return this.token.project?.id ?? '';
  }

  get domainId(): string {
    return this.token.project?.domain.id ?? 'default';
  }

  get user(): string {
    return this.token.user.name;
  }

  get roles(): string[] {
    return (this.token.roles ?? []).map(({ name }) => name).sort();
  }

  /** Whether the account only reads. Roles that nobody here knows may do anything. */
  get onlyReads(): boolean {
    return this.roles.length > 0 && this.roles.every((role) => READS.test(role));
  }

  private get mayNotChange(): boolean {
    return this.roles.length > 0 && this.roles.every((role) => READS.test(role) || WORKS_INSIDE.test(role));
  }

  get regions(): string[] {
    const all = (this.token.catalog ?? []).flatMap(({ endpoints }) => endpoints.map(({ region }) => region));
    return [...new Set(all)].sort();
  }

  /** The same account in another project. */
  within(projectId: string): Promise<KeystoneSession> {
    return authenticate(this.credentials, this.connections, { project: { id: projectId } }, this.signal);
  }

  /** What stands against work in these regions, and against changes there. */
  problems(regions: readonly string[], changes: boolean): Problem[] {
    const { cloud } = this.credentials;
    const known = this.regions;
    const unknown = regions.filter((region) => !known.includes(region));
    return [
      ...unknown.map((region) => CLOUD_REGION.at(cloud, { region, known })),
      ...(changes && this.mayNotChange ? [CLOUD_READER.at(cloud, { user: this.user, roles: this.roles })] : []),
    ];
  }

  /**
   * Surroundings in which OpenTofu works with this account. The cloud is spelt out in variables, with the project by its
   * id: a provider that is told a cloud of clouds.yaml overlooks the project that it is told beside it. The account goes
   * by its name, since the provider always adds a domain, which does not go with the id of a user.
   */
  surroundings(around: Surroundings): Surroundings {
    const { authUrl, password, token, tls, interface: endpoint } = this.credentials;
    const others = Object.entries(around).filter(([name]) => !name.startsWith('OS_'));
    return {
      ...Object.fromEntries(others),
      OS_AUTH_URL: authUrl,
      OS_IDENTITY_API_VERSION: '3',
      OS_PROJECT_ID: this.projectId,
      OS_ENDPOINT_TYPE: endpoint,
      ...(token === undefined && { OS_USERNAME: this.token.user.name, OS_USER_DOMAIN_ID: this.token.user.domain.id }),
      ...(password === undefined ? {} : { OS_PASSWORD: password }),
      ...(token === undefined ? {} : { OS_TOKEN: token }),
      ...(tls.cacert === undefined ? {} : { OS_CACERT: tls.cacert }),
      ...(tls.cert === undefined ? {} : { OS_CERT: tls.cert }),
      ...(tls.key === undefined ? {} : { OS_KEY: tls.key }),
      ...(tls.verify === false ? { OS_INSECURE: 'true' } : {}),
    };
  }

  close(): void {
    this.connections.close();
  }
}

function scopeOf({ project }: CloudCredentials): object {
  return { project: 'id' in project ? { id: project.id } : { name: project.name, domain: project.domain } };
}

async function authenticate(
  credentials: CloudCredentials,
  connections: HttpConnections,
  scope: object,
  signal: AbortSignal | undefined,
): Promise<KeystoneSession> {
  const { cloud, authUrl, user, password, token } = credentials;
  const identity =
    token === undefined
      ? { methods: ['password'], password: { user: { ...user, password } } }
      : { methods: ['token'], token: { id: token } };
  let answer: HttpAnswer;
  try {
    const props = { method: 'POST', url: `${authUrl}/auth/tokens`, body: { auth: { identity, scope } } } as const;
    answer = await connections.send({ ...props, ...(signal && { signal }) });
  } catch (error) {
    signal?.throwIfAborted();
    throw new ProblemsError([CLOUD_UNREACHABLE.at(cloud, { reason: `${authUrl}: ${(error as Error).message}` })]);
  }
  const secret = answer.headers['x-subject-token'];
  const body = parse(answer.text);
  if (answer.status === 201 && typeof secret === 'string' && body?.token !== undefined)
    return new KeystoneSession(credentials, connections, secret, body.token, signal);
  const reason = body?.error?.message ?? 'it is no Keystone';
  if (answer.status === 401 || answer.status === 403) {
    const who = user === undefined ? 'the token' : 'name' in user ? user.name : user.id;
    throw new ProblemsError([CLOUD_UNAUTHORIZED.at(cloud, { user: who, status: answer.status, reason })]);
  }
  throw new ProblemsError([CLOUD_UNREACHABLE.at(cloud, { reason: `${authUrl}: ${answer.status} ${reason}` })]);
}

function parse(text: string): { readonly token?: Token; readonly error?: { readonly message?: string } } | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
