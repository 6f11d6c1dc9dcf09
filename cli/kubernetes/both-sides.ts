import { ProblemsError } from '../../model/problem';
import type { OptionSpec } from '../command-spec';
import { answerJson, type Context } from '../context';
import { ExitCode } from '../exit-code';

export type Side = 'openstack' | 'kubernetes';

export const only: OptionSpec = {
  flags: '--only <side>',
  about: {
    en: 'openstack or kubernetes; the default is both, where the environment has clusters that can be found',
    zh: 'openstack 或 kubernetes；默认两侧均处理（环境含可定位的集群时）',
  },
  choices: ['openstack', 'kubernetes'],
};

export interface SidesProps {
  readonly only: string | undefined;
  readonly context: Context;
  /** Which side is the first: what stands on the other comes later, and goes earlier. */
  readonly first: Side;
  readonly openstack: (context: Context) => Promise<ExitCode>;
  /** `optional`: clusters that no kubeconfig leads to are left out, and told. Undefined where there are no clusters. */
  readonly kubernetes: (context: Context, optional: boolean) => Promise<ExitCode | undefined>;
}

/**
 * Does the work of a command on one side or on both, in order; what fails on the first stops the second. The JSON of
 * both is one document, the clusters under `kubernetes`.
 */
export async function onSides({ only, context, first, openstack, kubernetes }: SidesProps): Promise<ExitCode> {
  if (only === 'openstack') return openstack(context);
  if (only === 'kubernetes') return (await kubernetes(context, false)) ?? ExitCode.ok;
  const documents: Partial<Record<Side, string>> = {};
  const heard = (side: Side): Context =>
    context.json ? { ...context, output: { ...spoken(context), data: (line) => (documents[side] = line) } } : context;
  const run: Readonly<Record<Side, () => Promise<ExitCode | undefined>>> = {
    openstack: () => openstack(heard('openstack')),
    kubernetes: () => kubernetes(heard('kubernetes'), true),
  };
  const order: readonly Side[] = first === 'openstack' ? ['openstack', 'kubernetes'] : ['kubernetes', 'openstack'];
  const codes: ExitCode[] = [];
  try {
    for (const side of order) {
      const code = await run[side]();
      if (code !== undefined) codes.push(code);
      if (code !== undefined && code !== ExitCode.ok && code !== ExitCode.changes) break;
    }
  } catch (error) {
    // What the first side answered is said all the same.
    if (error instanceof ProblemsError) sayBoth(documents, context);
    throw error;
  }
  sayBoth(documents, context);
  return codes.find((code) => code !== ExitCode.ok && code !== ExitCode.changes) ?? (Math.max(0, ...codes) as ExitCode);
}

/** An output is an object with methods, which a spread of it would lose. */
function spoken({ output }: Context): Pick<Context['output'], 'notice' | 'live'> {
  return {
    notice: (line) => output.notice(line),
    ...(output.live !== undefined && { live: (line: string) => output.live?.(line) }),
  };
}

function sayBoth({ openstack, kubernetes }: Partial<Record<Side, string>>, context: Context): void {
  if (openstack === undefined && kubernetes === undefined) return;
  const main = openstack === undefined ? {} : (JSON.parse(openstack) as object);
  answerJson(context, { ...main, ...(kubernetes !== undefined && { kubernetes: JSON.parse(kubernetes) as object }) });
}
