import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Text } from '../../../model/text';
import { connectionOptions } from './temporal-connection';
import type { TemporalServer } from './temporal-server';

const PATIENCE = 3_000;
/** What a client of HTTP/2 says first (RFC 9113 3.4), with its empty settings. */
const PREFACE = Buffer.concat([
  Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  Buffer.from('000000040000000000', 'hex'),
]);

/**
 * Shakes hands with a server and says what is wrong with that; `undefined` where nothing is. gRPC, which goes on trying,
 * says only that its time is over.
 */
export async function handshakeProblem(server: TemporalServer): Promise<Text | undefined> {
  const { tls } = connectionOptions(server);
  return tls === undefined ? plainProblem(server) : tlsProblem(server, tls);
}

function tlsProblem(server: TemporalServer, tls: NonNullable<ReturnType<typeof connectionOptions>['tls']>) {
  const { host, port } = placeOf(server);
  const { serverRootCACertificate: ca, clientCertPair: pair } = tls;
  return new Promise<Text | undefined>((resolve) => {
    const socket = connectTls({
      host,
      port,
      ALPNProtocols: ['h2'],
      timeout: PATIENCE,
      ...(ca !== undefined && { ca }),
      ...(pair !== undefined && { cert: pair.crt, key: pair.key }),
    });
    const end = (problem: Text | undefined): void => {
      socket.destroy();
      resolve(problem);
    };
    socket.once('error', ({ message }: Error) =>
      end(same(message.replace(/^[0-9A-F]+:error:[0-9A-F]+:|:\S+\.c:\d+:.*$/gs, ''))),
    );
    socket.once('timeout', () => end(same(`no handshake within ${PATIENCE / 1000} s`)));
    socket.once('secureConnect', () => {
      socket.once('close', () => end(REFUSES));
      socket.once('data', () => end(undefined));
      socket.write(PREFACE);
    });
  });
}

function plainProblem(server: TemporalServer): Promise<Text | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ ...placeOf(server), timeout: PATIENCE });
    const end = (problem: Text | undefined): void => {
      socket.destroy();
      resolve(problem);
    };
    socket.once('connect', () => socket.write(PREFACE));
    socket.once('error', ({ message }: Error) => end(socket.bytesWritten > 0 ? SPEAKS_TLS : same(message)));
    socket.once('timeout', () => end(undefined));
    // A server of TLS answers what it does not understand with an alert (RFC 8446 6), or hangs up.
    socket.once('data', (first: Buffer) => end(first[0] === 0x15 ? SPEAKS_TLS : undefined));
    socket.once('close', () => end(SPEAKS_TLS));
  });
}

const SPEAKS_TLS: Text = {
  en: 'it hangs up on who speaks without TLS (--tls-ca, and --tls-cert with --tls-key)',
  zh: '服务拒绝非 TLS 连接（使用 --tls-ca，以及 --tls-cert 与 --tls-key）',
};

/** TLS 1.3 knows of a client's certificate only after the handshake. */
const REFUSES: Text = {
  en: 'it hangs up once it saw our certificate (--tls-cert): another authority signed that',
  zh: '服务在收到本方证书（--tls-cert）后断开连接：证书由其他 CA 签发',
};

function placeOf({ address }: TemporalServer): { readonly host: string; readonly port: number } {
  const colon = address.lastIndexOf(':');
  return { host: address.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(address.slice(colon + 1)) };
}

const same = (words: string): Text => ({ en: words, zh: words });
