import type { Server } from 'node:tls';
import type { TemporalServer } from '../../../cli/rollout/temporal/temporal-server';
import { ProblemsError } from '../../../model/problem';
import { beginOn } from '../../support/rollout-engines';
import { describeWithTemporal, TestServer, TestWorker } from '../../support/temporal';
import { mutualTls, TestAuthority } from '../../support/tls-front';

/** A worker compiles what it loads, and makes its bundle. */
jest.setTimeout(300_000);

const PORTS = { server: 28_334, front: 28_335 };
const work = { count: 3, seed: 3, refused: 0, transient: 0, pace: 1, jobs: 3 };
const example = { settings: { canary: 1, wave: 2, jobs: 2, soakMinutes: 0 }, work };

describeWithTemporal('a server that wants to know who speaks', () => {
  const server = new TestServer(PORTS.server);
  const authority = new TestAuthority();
  const worker = authority.pair('worker');
  const client = authority.pair('client');
  const at = { address: `127.0.0.1:${PORTS.front}`, namespace: 'default' };
  const known: TemporalServer = { ...at, tlsCa: authority.cert, tlsCert: client.cert, tlsKey: client.key };
  let front: Server;

  beforeAll(async () => {
    await server.start();
    front = await mutualTls(authority, PORTS.front, PORTS.server);
  });
  afterAll(async () => {
    front.close();
    await server.kill();
  });

  test('a rollout goes through it, by a client and a worker with certificates of their own', async () => {
    const secured = { ...known, tlsCert: worker.cert, tlsKey: worker.key };
    const working = await TestWorker.start(secured, '/dev/null', work);
    try {
      const rollout = await beginOn(known, example);
      expect(await rollout.goOn()).toEqual({ for: 'start' });
      await rollout.add([{ type: 'started', by: 'li' }]);
      expect(await rollout.goOn()).toEqual({ for: 'end', outcome: 'done' });
      await rollout.close();
    } finally {
      await working.kill();
    }
  });

  const { tlsCert: _, tlsKey: __, ...nameless } = known;
  const { tlsCa: ___, ...trusting } = known;
  const stranger = new TestAuthority();
  const other = stranger.pair('stranger');
  const attempts: readonly (readonly [string, TemporalServer])[] = [
    ['no certificate', nameless],
    ['one that another authority signed', { ...known, tlsCert: other.cert, tlsKey: other.key }],
    ['an authority that did not sign the server', { ...known, tlsCa: stranger.cert }],
    ['no authority of its own', trusting],
    ['no TLS at all', at],
    ['a file that is not there', { ...known, tlsKey: `${client.key}.gone` }],
  ];

  test('whoever comes otherwise is told that the server does not answer', async () => {
    const told = await Promise.all(
      attempts.map(async ([name, as]) => {
        const error = await beginOn(as, example).catch((reason: unknown) => reason);
        if (!(error instanceof ProblemsError)) throw error;
        return [name, error.problems.map(({ code, message }) => `${code} ${message.en}`)];
      }),
    );
    expect(told).toEqual([
      ['no certificate', [silent(/certificate required/)]],
      ['one that another authority signed', [silent(/^it hangs up once it saw our certificate/)]],
      ['an authority that did not sign the server', [silent(/self-signed certificate in certificate chain/)]],
      ['no authority of its own', [silent(/self-signed certificate in certificate chain/)]],
      ['no TLS at all', [silent(/^it hangs up on who speaks without TLS/)]],
      ['a file that is not there', [silent(/ENOENT.*client\.key\.gone/)]],
    ]);
  });
});

/** That the server does not answer, and why. */
function silent(why: RegExp): unknown {
  const { source } = why;
  const reason = source.startsWith('^') ? source.slice(1) : `.*(${source})`;
  return expect.stringMatching(
    new RegExp(`^ROLLOUT_SERVER the server of Temporal at 127\\.0\\.0\\.1:28335 does not answer: ${reason}`),
  );
}
