import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';

/** Files of a certificate and its key. */
export interface Pair {
  readonly cert: string;
  readonly key: string;
}

/** Certificates for loopback, all signed by one authority that lives as long as the test. */
export class TestAuthority {
  private readonly folder = mkdtempSync(join(tmpdir(), 'tls-'));
  readonly cert = join(this.folder, 'ca.pem');
  private readonly key = join(this.folder, 'ca.key');

  constructor() {
    const subject = ['-subj', '/CN=authority of a test', '-days', '2'];
    this.openssl('req', '-x509', ...NEW_KEY, '-keyout', this.key, '-out', this.cert, ...subject);
  }

  pair(name: string): Pair {
    const [cert, key, asked, more] = ['pem', 'key', 'csr', 'ext'].map((end) => join(this.folder, `${name}.${end}`)) as [
      string,
      string,
      string,
      string,
    ];
    this.openssl('req', ...NEW_KEY, '-keyout', key, '-out', asked, '-subj', `/CN=${name}`);
    writeFileSync(more, 'subjectAltName=IP:127.0.0.1\n');
    const signer = ['-CA', this.cert, '-CAkey', this.key, '-CAcreateserial', '-days', '2', '-extfile', more];
    this.openssl('x509', '-req', '-in', asked, '-out', cert, ...signer);
    return { cert, key };
  }

  private openssl(...args: string[]): void {
    execFileSync('openssl', args, { stdio: 'ignore' });
  }
}

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/**
 * What stands before a server of gRPC in production: it lets in only who shows a certificate of the authority, and hands
 * on what they say. Ends with `close`.
 */
export async function mutualTls(authority: TestAuthority, port: number, behind: number): Promise<Server> {
  const { cert, key } = authority.pair('server');
  const server = createServer(
    {
      cert: readFileSync(cert),
      key: readFileSync(key),
      ca: readFileSync(authority.cert),
      requestCert: true,
      rejectUnauthorized: true,
      ALPNProtocols: ['h2'],
    },
    (socket) => {
      const on = connect({ host: '127.0.0.1', port: behind });
      socket.pipe(on).pipe(socket);
      socket.on('error', () => on.destroy());
      on.on('error', () => socket.destroy());
    },
  );
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}
