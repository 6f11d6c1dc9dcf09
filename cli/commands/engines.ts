import { type InstallStep, installEngines } from '../../engines/install-engines';
import { type EngineState, listEngines } from '../../engines/list-engines';
import type { Text } from '../../model/text';
import { answer, answerJson, type Context, tell } from '../context';
import { ExitCode } from '../exit-code';
import { table } from '../table';

/** Says which engines are here. A missing one is an answer, not an error. */
export async function enginesList(context: Context): Promise<ExitCode> {
  const states = await listEngines(context.surroundings);
  if (context.json) answerJson(context, states);
  else for (const line of engineLines(states, context)) context.output.data(line);
  return ExitCode.ok;
}

/** One line for each engine, with the repair below one that cannot be used. */
export function engineLines(states: readonly EngineState[], { language }: Pick<Context, 'language'>): string[] {
  const rows = states.map(({ name, pinned, found }) => [
    found === undefined ? '✗' : '✓',
    name,
    found?.version ?? pinned,
    found === undefined ? '' : `${found.path} (${found.where})`,
  ]);
  const lines = table({ rows });
  return states.flatMap(({ problems }, index) => [
    lines[index] ?? '',
    ...problems.flatMap(({ message, fix }) => [`    ${message[language]}`, `    → ${fix[language]}`]),
  ]);
}

/** Builds the engines that are missing into the cache of the user. */
export async function enginesInstall(context: Context): Promise<ExitCode> {
  await buildEngines(context);
  const states = await listEngines(context.surroundings);
  if (context.json) answerJson(context, states);
  else answer(context, { en: 'engines are installed: egov plan ENV', zh: '引擎已安装：egov plan ENV' });
  return ExitCode.ok;
}

/** Builds what is missing and says each step. Throws ProblemsError where it cannot. */
export function buildEngines(context: Context): Promise<void> {
  const { surroundings, signal } = context;
  return installEngines({ surroundings, signal, onStep: (step) => tell(context, stepWords(step)) });
}

function stepWords({ engine, state }: InstallStep): Text {
  const name = `${engine.name} ${engine.version}`;
  switch (state) {
    case 'waiting':
      return {
        en: `· ${name}: another installation is at work, waiting for it`,
        zh: `· ${name}：等待另一安装进程完成`,
      };
    case 'building':
      return { en: `· ${name}: building, which takes some minutes`, zh: `· ${name}：正在构建，需数分钟` };
    case 'installed':
      return { en: `· ${name}: installed`, zh: `· ${name}：已安装` };
    case 'present':
      return { en: `· ${name}: already here`, zh: `· ${name}：已存在` };
  }
}
