import { readFileSync } from 'node:fs';
import type { DataConverter } from '@temporalio/common';
import { ProblemsError } from '../../../model/problem';
import { ROLLOUT_PACKAGES, ROLLOUT_SERVER } from '../../../model/problems/rollout-problems';
import type { Text } from '../../../model/text';
import type { Context } from '../../context';
import { readKeys, SealedPayloads } from './sealed-payloads';
import type { TemporalServer } from './temporal-server';

/** What a connection is made with. Throws ProblemsError for a file that cannot be read. */
export function connectionOptions(server: TemporalServer) {
  const { address, tlsCa, tlsCert, tlsKey } = server;
  const read = (file: string): Buffer => {
    try {
      return readFileSync(file);
    } catch (error) {
      throw unreachable(server, error);
    }
  };
  if (tlsCa === undefined && tlsCert === undefined) return { address };
  const pair =
    tlsCert === undefined || tlsKey === undefined ? {} : { clientCertPair: { crt: read(tlsCert), key: read(tlsKey) } };
  return { address, tls: { ...(tlsCa !== undefined && { serverRootCACertificate: read(tlsCa) }), ...pair } };
}

/** How what is sent is written; the same for clients and workers. Throws ProblemsError for keys that are none. */
export function dataConverter({ surroundings }: Pick<Context, 'surroundings'>): DataConverter {
  const keys = readKeys(surroundings);
  return {
    payloadCodecs: [new SealedPayloads(keys)],
    ...(keys.length > 0 && { failureConverterPath: require.resolve('./sealed-failures') }),
  };
}

/** `seen`: what a handshake with it met, where its own error says only that time ran out. */
export function unreachable(
  { address }: Pick<TemporalServer, 'address'>,
  error: unknown,
  seen?: Text | undefined,
): ProblemsError {
  const { message, cause } = error as Error;
  const words = cause instanceof Error ? cause.message : message;
  const reason = seen ?? { en: words, zh: words };
  return new ProblemsError([ROLLOUT_SERVER.at('egov rollout --address', { address, reason })]);
}

const PACKAGES = ['client', 'common', 'worker', 'workflow', 'activity'].map((name) => `@temporalio/${name}`);

/** Loads what stands on Temporal's packages. Throws ProblemsError where they are not installed. */
export function withPackages<T>(load: () => T): T {
  try {
    return load();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'MODULE_NOT_FOUND' || !message.includes('@temporalio/')) throw error;
    throw new ProblemsError([
      ROLLOUT_PACKAGES.at('egov rollout', { packages: PACKAGES.map((name) => `${name}@1.24.0`) }),
    ]);
  }
}
