import { resolve } from 'node:path';
import { ProblemsError } from '../../../model/problem';
import { ROLLOUT_SETTING } from '../../../model/problems/rollout-problems';
import type { Given, OptionSpec } from '../../command-spec';
import type { Context } from '../../context';
import { option } from '../../usual-options';

/** A server of Temporal, and how it is spoken to. Files are absolute paths. */
export interface TemporalServer {
  /** HOST:PORT. */
  readonly address: string;
  readonly namespace: string;
  /** Certificate of whoever signs the server's; asks for TLS. */
  readonly tlsCa?: string;
  /** Our own certificate and its key, where the server wants to know who speaks. */
  readonly tlsCert?: string;
  readonly tlsKey?: string;
}

export const serverOptions: readonly OptionSpec[] = [
  option('--address <host:port>', 'the server of Temporal that keeps the rollout', '保存发布的 Temporal 服务地址'),
  option('--namespace <name>', 'its namespace; the default is default', 'Temporal 命名空间，默认 default'),
  option('--tls-ca <file>', 'certificate of whoever signs that of the server', '服务端证书的签发 CA'),
  option('--tls-cert <file>', 'our own certificate', '本方证书'),
  option('--tls-key <file>', 'the key of our own certificate', '本方证书私钥'),
];

/** The server that the command line names; `undefined` for none. Throws ProblemsError. */
export function readServer({ value }: Given, { folder }: Pick<Context, 'folder'>): TemporalServer | undefined {
  const address = value('address');
  if (address === undefined) return undefined;
  if (!/^(\[[0-9a-f:]+\]|[\w.-]+):\d{1,5}$/i.test(address)) {
    const wanted = { en: 'HOST:PORT, such as 127.0.0.1:7233', zh: 'HOST:PORT，例如 127.0.0.1:7233' };
    throw new ProblemsError([ROLLOUT_SETTING.at('egov rollout --address', { got: address, wanted })]);
  }
  const file = (name: 'tlsCa' | 'tlsCert' | 'tlsKey') => {
    const given = value(name);
    return given === undefined ? {} : { [name]: resolve(folder, given) };
  };
  const files = { ...file('tlsCa'), ...file('tlsCert'), ...file('tlsKey') };
  return { address, namespace: value('namespace') ?? 'default', ...files };
}
