import { surveyEnvironments } from '../../environments/environment-list';
import { readEnvironment } from '../../environments/read-environment';
import { counted } from '../../model/counted';
import { Jurisdiction, type Profile } from '../../model/jurisdiction';
import { ProblemsError } from '../../model/problem';
import { answerJson, type Context, pause } from '../context';
import { ExitCode, exitCodeOf } from '../exit-code';
import { sayProblems } from '../say-problems';
import { table } from '../table';
import { levelNames } from '../words';

interface Listed {
  readonly id: string;
  /** Absent where the environment cannot be read. */
  readonly adcode?: string;
  readonly level?: string;
  readonly profile?: Profile;
  readonly name?: string;
  readonly departments?: number;
  /** How many problems its files have. */
  readonly problems: number;
}

/** Lists every environment, a broken one too, and says what looks like one and is none. */
export async function list(context: Context): Promise<ExitCode> {
  const { ids, problems } = surveyEnvironments(context.environments);
  const listed: Listed[] = [];
  for (const id of ids) {
    await pause(context);
    listed.push(look(id, context));
  }
  if (context.json) answerJson(context, { environments: listed, problems });
  else {
    for (const line of table({ rows: listed.map((one) => rowOf(one, context)), right: [4] })) context.output.data(line);
    sayProblems(problems, context);
  }
  return problems.length === 0 ? ExitCode.ok : exitCodeOf(problems);
}

function look(id: string, { environments }: Context): Listed {
  try {
    const { adcode, name, profile, tenants } = readEnvironment(environments, id).values;
    const level = Jurisdiction.parse(adcode)?.level ?? profile;
    return { id, adcode, level, profile, name, departments: Object.keys(tenants).length, problems: 0 };
  } catch (error) {
    if (error instanceof ProblemsError) return { id, problems: error.problems.length };
    throw error;
  }
}

function rowOf({ id, adcode, profile, name, departments, problems }: Listed, { language }: Context): string[] {
  if (adcode === undefined) {
    const words = {
      en: `${counted(problems, 'problem')}, see egov validate ${id}`,
      zh: `${problems} 个问题，见 egov validate ${id}`,
    };
    return [id, '', '', '', '', words[language]];
  }
  const words = levelNames[profile ?? 'county'][language];
  const noun = { en: departments === 1 ? 'department' : 'departments', zh: '个部门' };
  return [id, adcode, words, name ?? '', `${departments}`, noun[language]];
}
