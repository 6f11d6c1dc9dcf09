import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { diagramOf } from '../../review/diagram/diagram';
import { mermaid } from '../../review/diagram/mermaid';
import { svg } from '../../review/diagram/svg';
import { diagramPage } from '../../review/page/diagram-page';
import { answerJson, type Context, tell } from '../context';
import { ExitCode } from '../exit-code';
import { loadDesign } from '../load-design';

export interface DiagramInputs {
  readonly id: string;
  /** `svg`, `mermaid` or `html`. */
  readonly format: string;
  /** @default standard output */
  readonly file?: string | undefined;
}

/** Draws a cloud as planes, zones, departments and the flows that it declares. */
export async function diagram({ id, format, file }: DiagramInputs, context: Context): Promise<ExitCode> {
  const drawn = diagramOf(loadDesign(id, context).design);
  if (context.json) {
    answerJson(context, drawn);
    return ExitCode.ok;
  }
  const { language } = context;
  const text =
    format === 'mermaid'
      ? mermaid(drawn)
      : format === 'html'
        ? diagramPage(drawn, language)
        : `${svg(drawn, language)}\n`;
  if (file === undefined) context.output.data(text.trimEnd());
  else {
    writeFileSync(resolve(context.folder, file), text);
    tell(context, { en: `written: ${file}`, zh: `已写入：${file}` });
  }
  return ExitCode.ok;
}
