import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ForgeComment {
  readonly id: number;
  body: string;
}

export interface Forge {
  /** Where its API answers. */
  readonly api: string;
  readonly comments: ReadonlyMap<number, ForgeComment>;
  /** Methods of the calls that changed something. */
  readonly calls: readonly string[];
}

/** A forge on loopback that keeps comments, one of a person among them, and takes nobody who has not the token `t`. */
export async function withForge(work: (forge: Forge) => Promise<void>): Promise<void> {
  const comments = new Map<number, ForgeComment>([[1, { id: 1, body: 'by a person' }]]);
  const calls: string[] = [];
  const server = createServer((request, response) => {
    let sent = '';
    request.on('data', (part) => {
      sent += part;
    });
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const known = ['Bearer t', 'token t'].includes(headers.authorization ?? '') || headers['private-token'] === 't';
      if (!known) {
        response.writeHead(401).end('no token');
        return;
      }
      if (method !== 'GET') calls.push(method);
      const id = Number(/\/(\d+)$/.exec(url)?.[1]);
      if (method === 'POST') comments.set(comments.size + 10, { id: comments.size + 10, body: JSON.parse(sent).body });
      else if (method === 'DELETE') comments.delete(id);
      else if (method !== 'GET') (comments.get(id) as ForgeComment).body = JSON.parse(sent).body;
      response.writeHead(method === 'DELETE' ? 204 : 200, { 'content-type': 'application/json' });
      response.end(method === 'DELETE' ? undefined : JSON.stringify(method === 'GET' ? [...comments.values()] : {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work({ api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, comments, calls });
  } finally {
    server.close();
  }
}
