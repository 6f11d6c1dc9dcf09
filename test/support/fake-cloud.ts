import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeAnswer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A cloud on loopback that answers what a test tells it to: Keystone at `/v3`, every other service at the root. */
export class FakeCloud {
  /** `METHOD path` of every request, in order. */
  readonly asked: string[] = [];
  /** Bodies of the requests for a token. */
  readonly tokens: { readonly auth: { readonly identity: object; readonly scope: { readonly project: object } } }[] =
    [];
  private readonly server: Server;

  constructor(private readonly answer: (path: string, request: IncomingMessage) => FakeAnswer | undefined) {
    this.server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const path = request.url ?? '';
        this.asked.push(`${request.method} ${path}`);
        if (path === '/v3/auth/tokens') this.tokens.push(JSON.parse(Buffer.concat(parts).toString()));
        const { status = 200, body, headers } = this.answer(path, request) ?? this.standard(path);
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(body === undefined ? '' : JSON.stringify(body));
      });
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** A token of the account `admin` in the project that was asked for, with a catalogue of one region. */
  private standard(path: string): FakeAnswer {
    if (path !== '/v3/auth/tokens') return { status: 404, body: {} };
    const { project } = (this.tokens.at(-1)?.auth.scope ?? {}) as { project?: { id?: string } };
    return {
      status: 201,
      headers: { 'x-subject-token': `token-of-${project?.id ?? 'admin'}` },
      body: {
        token: {
          project: { id: project?.id ?? 'admin-id', name: 'admin', domain: { id: 'default' } },
          user: { id: 'u1', name: 'admin', domain: { id: 'default' } },
          roles: [{ name: 'admin' }],
          catalog: [
            'identity',
            'network',
            'compute',
            'block-storage',
            'load-balancer',
            'dns',
            'key-manager',
            'container-infra',
          ].map((type) => ({
            type,
            name: type,
            endpoints: [{ region: 'r1', interface: 'public', url: type === 'identity' ? `${this.url}/v3` : this.url }],
          })),
        },
      },
    };
  }
}
