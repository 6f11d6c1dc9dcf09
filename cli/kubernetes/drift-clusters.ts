import { type ClusterDrift, clusterDrift } from '../../deployment/kubernetes/cluster-drift';
import { counted } from '../../model/counted';
import { type Problem, ProblemsError } from '../../model/problem';
import type { Text } from '../../model/text';
import { answer, answerJson, type Context, show, tell } from '../context';
import { ExitCode } from '../exit-code';
import { type ClustersInputs, workOnClusters } from './work-on-clusters';

/** Says what is otherwise in the clusters than it was left, and who changed it. Exits with 2 where there is any. */
export function driftClusters(inputs: ClustersInputs, context: Context): Promise<ExitCode | undefined> {
  const { id } = inputs;
  return workOnClusters('drift', inputs, context, async ({ pulumi, clusters }) => {
    const problems: Problem[] = [];
    const found: ClusterDrift[] = [];
    for (const { stack, client, design } of clusters) {
      show(context, { en: `looking at ${stack.name}`, zh: `正在查看 ${stack.name}` });
      try {
        found.push(
          ...(await clusterDrift({ pulumi, stack, client, namespaces: design.namespaces.map(({ name }) => name) })),
        );
      } catch (error) {
        if (!(error instanceof ProblemsError)) throw error;
        problems.push(...error.problems);
      }
    }
    // What was found is told also where another cluster could not be asked; in JSON there is one document.
    if (!context.json) for (const one of found) answer(context, driftWords(one));
    if (problems.length > 0) throw new ProblemsError(problems);
    if (context.json) answerJson(context, { environment: id, drift: found });
    else tell(context, summary(id, found.length));
    return found.length === 0 ? ExitCode.ok : ExitCode.changes;
  });
}

function summary(id: string, count: number): Text {
  if (count === 0) return { en: `${id}: the clusters are as they were left`, zh: `${id}：集群与部署时一致` };
  return {
    en: `${id}: ${counted(count, 'difference')} in the clusters; apply takes back what was changed or deleted`,
    zh: `${id}：集群共 ${count} 处差异；执行 apply 可恢复`,
  };
}

function driftWords({ stack, kind, address, fields, place }: ClusterDrift): Text {
  const en = fields.map(({ path, manager }) => `${path} (by ${manager ?? 'somebody unknown'})`).join(', ');
  const zh = fields.map(({ path, manager }) => `${path}（由 ${manager ?? '未知者'}）`).join('、');
  const [said, saidZh] = {
    missing: ['is missing', '缺失'],
    changed: [`was changed: ${en}`, `被修改：${zh}`],
    added: [`has more than was declared: ${en}`, `含未声明的字段：${zh}`],
    unmanaged: ['is declared by nobody', '未在任何文件中声明'],
  }[kind];
  const where = place === undefined ? '' : ` · ${place}`;
  return { en: `${stack}: ${address} ${said}${where}`, zh: `${stack}：${address} ${saidZh}${where}` };
}
