import { readFileSync } from 'node:fs';
import { runProgram } from '../../engines/run-program';
import type { Surroundings } from '../../engines/surroundings';
import { ProblemsError } from '../../model/problem';
import { CLUSTER_KUBECONFIG } from '../../model/problems/cluster-problems';
import type { KubeContext } from './kubeconfig';

/** What a client shows to an API server, and by what it knows the server. */
export interface ClusterCredentials {
  readonly token?: string;
  readonly cert?: string | Buffer;
  readonly key?: string | Buffer;
  /** The authority that the server's certificate must come from. @default those of the machine */
  readonly ca?: string | Buffer;
}

/**
 * The credentials of a context: a token, a client certificate, or what a program of the kubeconfig prints. Throws
 * ProblemsError where a file or the program is missing.
 */
export async function clusterCredentials(
  context: KubeContext,
  surroundings: Surroundings,
): Promise<ClusterCredentials> {
  const { cluster, user } = context;
  try {
    const ca = dataOrFile(cluster['certificate-authority-data'], cluster['certificate-authority']);
    const cert = dataOrFile(user['client-certificate-data'], user['client-certificate']);
    const key = dataOrFile(user['client-key-data'], user['client-key']);
    const token = user.token ?? (user.tokenFile && readFileSync(user.tokenFile, 'utf8').trim());
    return {
      ...(ca !== undefined && { ca }),
      ...(cert !== undefined && { cert }),
      ...(key !== undefined && { key }),
      ...(token && { token }),
      ...(user.exec !== undefined && (await printed(context, user.exec, surroundings))),
    };
  } catch (error) {
    if (error instanceof ProblemsError) throw error;
    throw unusable(context, (error as Error).message);
  }
}

/** Asks the program that the kubeconfig names, as kubectl does. */
async function printed(
  context: KubeContext,
  { apiVersion = 'client.authentication.k8s.io/v1', command, args, env }: NonNullable<KubeContext['user']['exec']>,
  surroundings: Surroundings,
): Promise<ClusterCredentials> {
  const asked = JSON.stringify({ apiVersion, kind: 'ExecCredential', spec: { interactive: false } });
  const own = Object.fromEntries((env ?? []).map(({ name, value }) => [name, value]));
  const { code, end, stdout, lastLines } = await runProgram({
    program: command,
    args: args ?? [],
    folder: '/',
    surroundings: { ...surroundings, ...own, KUBERNETES_EXEC_INFO: asked },
  });
  if (code !== 0) throw unusable(context, `${command} ended with ${end} ${lastLines.join(' ')}`.trim());
  const { status = {} } = JSON.parse(stdout) as { readonly status?: Readonly<Record<string, string | undefined>> };
  const { token, clientCertificateData: cert, clientKeyData: key } = status;
  return { ...(token && { token }), ...(cert && { cert }), ...(key && { key }) };
}

function dataOrFile(data: string | undefined, file: string | undefined): Buffer | undefined {
  if (data !== undefined) return Buffer.from(data, 'base64');
  return file === undefined ? undefined : readFileSync(file);
}

function unusable({ name }: KubeContext, reason: string): ProblemsError {
  const values = { en: `its credentials cannot be had: ${reason}`, zh: `无法取得其凭据：${reason}` };
  return new ProblemsError([CLUSTER_KUBECONFIG.at(name, { context: name, reason: values })]);
}
