import { type Adopted, adopt as adoptFrom } from '../../deployment/adopt';
import { withDeploymentLock } from '../../deployment/deployment-lock';
import { ProblemsError } from '../../model/problem';
import { DEPLOY_AMBIGUOUS } from '../../model/problems/deployment-problems';
import { answer, answerJson, type Context, tell } from '../context';
import { deploymentFolder, openDeployment } from '../deploy/open-deployment';
import { ExitCode } from '../exit-code';
import { loadDesign } from '../load-design';

export interface AdoptInputs {
  readonly id: string;
  readonly cloud: string | undefined;
  readonly out: string | undefined;
}

/** Finds what of an environment exists already, and has the next plan import it. The cloud is only read. */
export async function adopt({ id, cloud, out }: AdoptInputs, context: Context): Promise<ExitCode> {
  const { design } = loadDesign(id, context);
  const folder = deploymentFolder(id, out, context);
  return withDeploymentLock(folder.lock, `adopt ${id}`, async () => {
    const { deployment, clouds } = await openDeployment({ id, design, cloud, out, changes: false }, context);
    try {
      const adopted = await adoptFrom(deployment, clouds);
      say(id, adopted, context);
      const ambiguous = adopted.flatMap(({ stack, ambiguous: some }) => some.map((one) => ({ stack, ...one })));
      if (ambiguous.length > 0)
        throw new ProblemsError(
          ambiguous.map(({ stack, address, ids }) =>
            DEPLOY_AMBIGUOUS.at(`${stack.name} ${address}`, { what: address, ids }),
          ),
        );
      return ExitCode.ok;
    } finally {
      clouds.close();
    }
  });
}

function say(id: string, adopted: readonly Adopted[], context: Context): void {
  if (context.json) {
    const stacks = adopted.map(({ stack, matched, ambiguous, missing }) => ({
      name: stack.name,
      matched: matched.map(({ address, importId }) => ({ address, id: importId })),
      ambiguous,
      missing,
    }));
    answerJson(context, { environment: id, stacks });
    return;
  }
  for (const { stack, matched, ambiguous, missing } of adopted) {
    const counts = {
      en: `${stack.name}: ${matched.length} matched, ${ambiguous.length} ambiguous, ${missing.length} missing`,
      zh: `${stack.name}：匹配 ${matched.length}，不明确 ${ambiguous.length}，缺少 ${missing.length}`,
    };
    answer(context, counts);
    for (const { address, importId } of matched) context.output.data(`  = ${address} ${importId}`);
    for (const { address, ids } of ambiguous) context.output.data(`  ? ${address} ${ids.join(' ')}`);
  }
  tell(context, {
    en: 'the next plan imports what matched; look at it before you apply',
    zh: '下一次计划会导入已匹配的资源，执行前请先查看',
  });
}
