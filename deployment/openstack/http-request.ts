import { readFileSync } from 'node:fs';
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

export interface HttpProps {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface TlsTrust {
  /** File with certificates of authorities. @default those of Node */
  readonly cacert?: string;
  readonly cert?: string;
  readonly key?: string;
  /** @default true */
  readonly verify?: boolean;
}

/** Longest time without a byte, in milliseconds. */
const SILENCE = 60_000;

/** Connections to the services of one cloud, kept open between requests. */
export class HttpConnections {
  private readonly plain = new HttpAgent({ keepAlive: true });
  private readonly secure: HttpsAgent;

  constructor({ cacert, cert, key, verify }: TlsTrust = {}) {
    this.secure = new HttpsAgent({
      keepAlive: true,
      ...(cacert === undefined ? {} : { ca: readFileSync(cacert) }),
      ...(cert === undefined ? {} : { cert: readFileSync(cert) }),
      ...(key === undefined ? {} : { key: readFileSync(key) }),
      rejectUnauthorized: verify ?? true,
    });
  }

  /** Rejects with the error of the connection; every status is an answer. */
  send({ method, url, headers, body, signal }: HttpProps): Promise<HttpAnswer> {
    const secure = url.startsWith('https:');
    const content = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const options = {
        method,
        agent: secure ? this.secure : this.plain,
        headers: { accept: 'application/json', ...(content && { 'content-type': 'application/json' }), ...headers },
        ...(signal && { signal }),
      };
      const request = (secure ? httpsRequest : httpRequest)(url, options, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(parts).toString('utf8'),
          }),
        );
      });
      request.setTimeout(SILENCE, () => request.destroy(new Error(`no answer within ${SILENCE / 1000} s`)));
      request.on('error', reject);
      request.end(content);
    });
  }

  close(): void {
    this.plain.destroy();
    this.secure.destroy();
  }
}
