import { programOnPath } from '../../engines/find-opentofu';
import { listEngines } from '../../engines/list-engines';
import { surveyEnvironments } from '../../environments/environment-list';
import { ProblemsError } from '../../model/problem';
import type { Text } from '../../model/text';
import { packageProblems } from '../../sandbox/debian-packages';
import { answerJson, type Context } from '../context';
import { ExitCode } from '../exit-code';

/** One thing that some command needs. */
export interface Finding {
  readonly what: Text;
  readonly ok: boolean;
  readonly detail: string;
  /** What makes it good, and which commands wait for it. */
  readonly repair?: Text;
}

/** Says what is here, what is missing, which commands need it, and what repairs it. A missing engine is no failure. */
export async function doctor(context: Context): Promise<ExitCode> {
  const findings = [
    nodeFinding(process.versions.node),
    environmentsFinding(context),
    ...(await engineFindings(context)),
    goFinding(context),
    await sandboxFinding(context),
  ];
  if (context.json) answerJson(context, findings);
  else for (const finding of findings) for (const line of linesOf(finding, context)) context.output.data(line);
  return ExitCode.ok;
}

function linesOf({ what, ok, detail, repair }: Finding, { language }: Context): string[] {
  const first = `${ok ? '✓' : '✗'} ${what[language]}${detail === '' ? '' : `: ${detail}`}`;
  return ok || repair === undefined ? [first] : [first, `    → ${repair[language]}`];
}

/** Node's version against the one of package.json's `engines`. */
export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return {
    what: { en: 'Node.js', zh: 'Node.js' },
    ok: major > 20 || (major === 20 && minor >= 19),
    detail: version,
    repair: { en: 'install Node.js 20.19 or newer', zh: '安装 Node.js 20.19 或更新版本' },
  };
}

function environmentsFinding({ environments, language }: Context): Finding {
  const what = { en: 'environments', zh: '环境' };
  try {
    const { ids, problems } = surveyEnvironments(environments);
    const repair = { en: 'egov validate says what is wrong', zh: '用 egov validate 查看问题' };
    return { what, ok: problems.length === 0 && ids.length > 0, detail: `${ids.length} (${environments})`, repair };
  } catch (error) {
    const [problem] = error instanceof ProblemsError ? error.problems : [];
    if (problem === undefined) throw error;
    return { what, ok: false, detail: problem.message[language], repair: problem.fix };
  }
}

async function engineFindings({ surroundings, language }: Context): Promise<Finding[]> {
  const states = await listEngines(surroundings);
  return states.map(({ name, pinned, found, problems: [problem] }) => ({
    what: { en: name, zh: name },
    ok: found !== undefined,
    detail: found === undefined ? (problem?.message[language] ?? pinned) : `${found.version} (${found.where})`,
    ...(problem !== undefined && { repair: problem.fix }),
  }));
}

function goFinding({ surroundings }: Context): Finding {
  const go = programOnPath('go', surroundings);
  return {
    what: { en: 'Go, for egov engines install', zh: 'Go（用于 egov engines install）' },
    ok: go !== undefined,
    detail: go ?? '',
    repair: {
      en: 'install Go 1.24 or newer; needed only to build engines',
      zh: '安装 Go 1.24 或更新版本；仅构建引擎时需要',
    },
  };
}

async function sandboxFinding({ language }: Context): Promise<Finding> {
  const [problem] = await packageProblems();
  return {
    what: { en: 'packages of the sandbox', zh: '沙箱软件包' },
    ok: problem === undefined,
    detail: problem?.message[language] ?? '',
    ...(problem !== undefined && { repair: problem.fix }),
  };
}
