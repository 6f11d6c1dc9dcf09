import { createServer, type IncomingMessage, type Server, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `dropped`: it never comes to the service. `lost`: the service did it, and its answer is lost. */
export type Fault = 'dropped' | 'lost' | 'late' | 'refused';

/**
 * Stands between a client and the clouds of 127.0.0.1: Keystone is reached at `authUrl`, and the catalogue that it answers
 * with leads back here. `faultOf` says what goes wrong with a call.
 */
export class FaultyProxy {
  faultOf: (method: string, port: number, path: string) => Fault | undefined = () => undefined;
  /** Milliseconds that a late call waits. */
  late = 3000;
  /** How often each fault happened. */
  readonly happened: Record<Fault, number> = { dropped: 0, lost: 0, late: 0, refused: 0 };
  /** Calls that the services refused with 401. */
  expired = 0;
  private readonly server: Server = createServer((request, response) => this.take(request, response));

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  authUrl(keystonePort: number): string {
    return `${this.url}/to/${keystonePort}/v3`;
  }

  private get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private take(request: IncomingMessage, response: ServerResponse): void {
    const [, port = '', path = ''] = /^\/to\/(\d+)(.*)$/.exec(request.url ?? '') ?? [];
    const fault = this.faultOf(request.method ?? '', Number(port), path);
    if (fault !== undefined) this.happened[fault]++;
    if (fault === 'dropped') request.socket.destroy();
    else if (fault === 'refused') response.writeHead(500, { 'content-type': 'text/plain' }).end('a fault of the proxy');
    else setTimeout(() => this.forward(request, response, Number(port), path, fault), fault === 'late' ? this.late : 0);
  }

  private forward(
    request: IncomingMessage,
    response: ServerResponse,
    port: number,
    path: string,
    fault: Fault | undefined,
  ): void {
    const { connection: _, host: __, ...headers } = request.headers;
    const onward = send({ host: '127.0.0.1', port, path, method: request.method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        if (answer.statusCode === 401) this.expired++;
        if (fault === 'lost') {
          request.socket.destroy();
          return;
        }
        const body = Buffer.concat(parts);
        const text = path.startsWith('/v3/auth/') ? Buffer.from(this.throughHere(body.toString())) : body;
        const { 'transfer-encoding': ___, connection: ____, ...kept } = answer.headers;
        const length = request.method === 'HEAD' || answer.statusCode === 204 ? {} : { 'content-length': text.length };
        response.writeHead(answer.statusCode ?? 502, { ...kept, ...length });
        response.end(text);
      });
    });
    onward.on('error', () => request.socket.destroy());
    request.pipe(onward);
  }

  private throughHere(catalogue: string): string {
    return catalogue.replaceAll(/http:\/\/127\.0\.0\.1:(\d+)/g, (_, port) => `${this.url}/to/${port}`);
  }
}
