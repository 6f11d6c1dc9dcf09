import { join } from 'node:path';
import { counted } from '../../model/counted';
import { type Synthesis, synthesise } from '../../stacks/synthesise';
import { answer, answerJson, type Context, pause, show } from '../context';
import { ExitCode } from '../exit-code';
import { loadDesign } from '../load-design';
import { outFolder, shownFolder } from '../out-folder';
import { table } from '../table';

export interface SynthInputs {
  readonly id: string;
  /** Folder to write to. @default `.egov/<id>` */
  readonly out: string | undefined;
}

/** Writes what OpenTofu reads, one folder for each stack, whole or not at all. */
export async function synth({ id, out }: SynthInputs, context: Context): Promise<ExitCode> {
  const { design } = loadDesign(id, context);
  await pause(context);
  show(context, { en: `synthesising ${id}`, zh: `正在生成 ${id}` });
  const folder = outFolder(id, out, context);
  const { stacks, manifest } = synthesise(design, folder);
  const total = resourcesOf(manifest);
  if (context.json) {
    const listed = manifest.stacks.map(({ name, resources, after }) => ({
      name,
      folder: join(stacks, name),
      resources,
      after,
    }));
    answerJson(context, { environment: id, folder, stacks: listed, resources: total });
    return ExitCode.ok;
  }
  const rows = manifest.stacks.map(({ name, resources }) => [name, `${resources}`]);
  for (const line of table({ rows, right: [1], indent: 2 })) context.output.data(line);
  answer(context, {
    en: `${id}: ${counted(total, 'resource')} in ${counted(rows.length, 'stack')}, in ${shownFolder(stacks, context)}`,
    zh: `${id}：${rows.length} 个堆栈，共 ${total} 个资源，位于 ${shownFolder(stacks, context)}`,
  });
  return ExitCode.ok;
}

export function resourcesOf({ stacks }: Synthesis['manifest']): number {
  return stacks.reduce((sum, { resources }) => sum + resources, 0);
}
