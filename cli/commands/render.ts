import { join } from 'node:path';
import { counted } from '../../model/counted';
import { ProblemsError } from '../../model/problem';
import { KUBE_NONE } from '../../model/problems/kubernetes-problems';
import { clusterInputsOf } from '../../stacks/kubernetes/cluster-inputs-of';
import { RENDERED, type RenderedFile, renderCluster } from '../../stacks/kubernetes/render-cluster';
import { answer, answerJson, type Context, pause, show } from '../context';
import { ExitCode } from '../exit-code';
import { loadDesign } from '../load-design';
import { outFolder, shownFolder } from '../out-folder';
import { writeRendered } from '../render/rendered-folder';
import { table } from '../table';

export interface RenderInputs {
  readonly id: string;
  /** Folder to write to. @default `.egov/<id>/manifests` */
  readonly out: string | undefined;
}

/** Writes the Kubernetes objects of every cluster as plain manifests, one folder for each. */
export async function render({ id, out }: RenderInputs, context: Context): Promise<ExitCode> {
  const { environment, design } = loadDesign(id, context);
  const { clusters = [] } = design;
  if (clusters.length === 0) throw new ProblemsError([KUBE_NONE.at(environment.placeOf([]), { environment: id })]);
  await pause(context);
  show(context, { en: `rendering ${id}`, zh: `正在生成 ${id} 的清单` });
  const folder = out === undefined ? join(outFolder(id, undefined, context), 'manifests') : outFolder(id, out, context);
  const rendered: {
    readonly cluster: string;
    readonly folder: string;
    readonly files: number;
    readonly objects: number;
  }[] = [];
  for (const cluster of clusters) {
    const files = renderCluster(cluster, clusterInputsOf(design, cluster));
    const into = join(folder, cluster.stack);
    writeRendered(into, files, RENDERED);
    rendered.push({ cluster: cluster.stack, folder: into, files: files.length, objects: objectsIn(files) });
  }
  const total = rendered.reduce((sum, { objects }) => sum + objects, 0);
  if (context.json) {
    answerJson(context, { environment: id, folder, clusters: rendered, objects: total });
    return ExitCode.ok;
  }
  const rows = rendered.map(({ cluster, objects }) => [cluster, `${objects}`]);
  for (const line of table({ rows, right: [1], indent: 2 })) context.output.data(line);
  const where = shownFolder(folder, context);
  answer(context, {
    en: `${id}: ${counted(total, 'object')} of ${counted(rows.length, 'cluster')}, in ${where}`,
    zh: `${id}：${rows.length} 个集群，共 ${total} 个对象，位于 ${where}`,
  });
  return ExitCode.ok;
}

function objectsIn(files: readonly RenderedFile[]): number {
  return files.reduce((sum, { text }) => sum + text.split('\n---\n').length, 0);
}
