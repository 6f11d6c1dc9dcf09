import { withDeploymentLock } from '../../deployment/deployment-lock';
import { type Drift, driftOf } from '../../deployment/drift';
import { inParallel } from '../../deployment/in-parallel';
import { seesDeployed } from '../../deployment/sees-deployed';
import { unmanaged } from '../../deployment/unmanaged';
import { counted } from '../../model/counted';
import { type Problem, ProblemsError } from '../../model/problem';
import { CLOUD_BLIND } from '../../model/problems/cloud-problems';
import { answer, answerJson, type Context, tell } from '../context';
import { LiveProgress } from '../deploy/deploy-words';
import { deploymentFolder, type OpenDeployment, openDeployment } from '../deploy/open-deployment';
import { ExitCode } from '../exit-code';
import { loadDesign } from '../load-design';

export interface DriftInputs {
  readonly id: string;
  readonly cloud: string | undefined;
  readonly out: string | undefined;
}

/** Says what is otherwise in a cloud than it was left, and what nobody declared. Exits with 2 where there is any. */
export async function drift({ id, cloud, out }: DriftInputs, context: Context): Promise<ExitCode> {
  const { design } = loadDesign(id, context);
  const folder = deploymentFolder(id, out, context);
  return withDeploymentLock(folder.lock, `drift ${id}`, async () => {
    const progress = new LiveProgress(context);
    const opened = await openDeployment({ id, design, cloud, out, changes: false, onEvent: progress.onEvent }, context);
    try {
      const found = await look(opened);
      say(id, found, context);
      return found.length === 0 ? ExitCode.ok : ExitCode.changes;
    } finally {
      opened.clouds.close();
    }
  });
}

async function look({ deployment, clouds }: OpenDeployment): Promise<Drift[]> {
  const reader = clouds.sessions.find(({ onlyReads }) => onlyReads);
  if (reader !== undefined && !(await seesDeployed(deployment, clouds)))
    throw new ProblemsError([CLOUD_BLIND.at(reader.credentials.cloud, { user: reader.user })]);
  const states = await deployment.states();
  const left = await deployment.leftStates();
  const found = new Map<string, readonly Drift[]>();
  const problems: Problem[] = [];
  await inParallel({
    items: deployment.stacks,
    keyOf: ({ name }) => name,
    after: () => [],
    onSkip: () => {},
    work: async (stack) => {
      try {
        found.set(stack.name, await driftOf(deployment, stack, states));
      } catch (error) {
        if (!(error instanceof ProblemsError)) throw error;
        problems.push(...error.problems);
      }
      return true;
    },
  });
  if (problems.length > 0) throw new ProblemsError(problems);
  const sites = new Map(deployment.stacks.map((stack) => [stack.site, stack]));
  const strangers: Drift[] = [];
  for (const stack of sites.values())
    strangers.push(...(await unmanaged(clouds.clientOf(stack), new Map([...states, ...left]))));
  return [
    ...[...left].map(([stack, { resources }]) => leftDrift(stack, resources.size)),
    ...deployment.stacks.flatMap(({ name }) => found.get(name) ?? []),
    ...strangers,
  ];
}

/** A stack that nothing describes any more, and that is there. */
function leftDrift(stack: string, count: number): Drift {
  const what = {
    en: `what was made of it (${counted(count, 'resource')}, described no more)`,
    zh: `其 ${count} 项资源（已无描述）`,
  };
  return { stack, kind: 'left', address: '', what, attributes: [], place: undefined };
}

function say(id: string, found: readonly Drift[], context: Context): void {
  if (context.json) {
    answerJson(context, { environment: id, drift: found });
    return;
  }
  for (const { stack, kind, what, attributes, place } of found) {
    const [en, zh] = {
      missing: ['is missing', '缺失'],
      changed: [`was changed: ${attributes.join(', ')}`, `被修改：${attributes.join('、')}`],
      unmanaged: ['is declared by nobody', '未在任何文件中声明'],
      left: ['is still there', '仍然存在'],
    }[kind];
    const where = place === undefined ? '' : ` · ${place}`;
    answer(context, { en: `${stack}: ${what.en} ${en}${where}`, zh: `${stack}：${what.zh} ${zh}${where}` });
  }
  tell(
    context,
    found.length === 0
      ? { en: `${id}: as it was left`, zh: `${id}：与部署时一致` }
      : {
          en: `${id}: ${counted(found.length, 'difference')}; apply puts back what is missing or changed`,
          zh: `${id}：共 ${found.length} 处差异；执行 apply 可恢复缺失与被改的资源`,
        },
  );
}
