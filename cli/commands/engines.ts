import { ENGINE_SETS, type EngineSet } from '../../engines/engine-pin';
import { type InstallStep, installEngines } from '../../engines/install-engines';
import { type EngineState, listEngines } from '../../engines/list-engines';
import { nearMiss } from '../../environments/near-miss';
import { ProblemsError } from '../../model/problem';
import type { Text } from '../../model/text';
import { answer, answerJson, type Context, tell } from '../context';
import { ExitCode } from '../exit-code';
import { table } from '../table';
import { USAGE_NAME } from '../usage-problems';

/** Says which engines are here. A missing one is an answer, not an error. */
export async function enginesList(context: Context): Promise<ExitCode> {
  const states = await listEngines(context.surroundings);
  if (context.json) answerJson(context, states);
  else for (const line of engineLines(states, context)) context.output.data(line);
  return ExitCode.ok;
}

/** One line for each engine, with the reason below one that cannot be used, and each repair once. */
export function engineLines(states: readonly EngineState[], { language }: Pick<Context, 'language'>): string[] {
  const rows = states.map(({ name, pinned, found }) => [
    found === undefined ? '✗' : '✓',
    name,
    found?.version ?? pinned,
    found === undefined ? '' : `${found.path} (${found.where})`,
  ]);
  const lines = table({ rows });
  const repairs = states.map(({ problems }) => problems.map(({ fix }) => fix[language]));
  return states.flatMap(({ problems }, index) => {
    const later = repairs.slice(index + 1).flat();
    return [
      lines[index] ?? '',
      ...problems.map(({ message }) => `    ${message[language]}`),
      ...(repairs[index] ?? []).filter((repair) => !later.includes(repair)).map((repair) => `    → ${repair}`),
    ];
  });
}

/** Builds the engines of these sets that are missing into the cache of the user; without a set, those of OpenStack. */
export async function enginesInstall(names: readonly string[], context: Context): Promise<ExitCode> {
  await buildEngines(context, names.length === 0 ? ['openstack'] : names.map(setOf));
  const states = await listEngines(context.surroundings);
  if (context.json) answerJson(context, states);
  else answer(context, { en: 'engines are installed: egov plan ENV', zh: '引擎已安装：egov plan ENV' });
  return ExitCode.ok;
}

function setOf(name: string): EngineSet {
  const known = Object.keys(ENGINE_SETS) as EngineSet[];
  const set = known.find((one) => one === name);
  if (set !== undefined) return set;
  const what = { en: 'set of engines', zh: '引擎组' };
  throw new ProblemsError([USAGE_NAME.at('egov engines install', { what, name, near: nearMiss(name, known), known })]);
}

/** Builds what is missing and says each step. Throws ProblemsError where it cannot. */
export function buildEngines(context: Context, sets: readonly EngineSet[] = ['openstack']): Promise<void> {
  const { surroundings, signal } = context;
  return installEngines({ surroundings, sets, signal, onStep: (step) => tell(context, stepWords(step)) });
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
