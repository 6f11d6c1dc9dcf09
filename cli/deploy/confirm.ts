import { createInterface } from 'node:readline/promises';
import { ProblemsError } from '../../model/problem';
import { DEPLOY_NOT_CONFIRMED } from '../../model/problems/deployment-problems';
import type { Context } from '../context';

/** Lets a person type the environment's name. Throws ProblemsError where something else is typed, or nobody is there. */
export async function confirm(environment: string, { language, signal }: Context): Promise<void> {
  const terminal = process.stdin.isTTY === true && process.stderr.isTTY === true;
  const refused = new ProblemsError([DEPLOY_NOT_CONFIRMED.at(environment, { environment, terminal })]);
  if (!terminal) throw refused;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const question = language === 'zh' ? `请键入 ${environment} 以确认：` : `type ${environment} to go on: `;
    const typed = await lines.question(question, { signal });
    if (typed.trim() !== environment) throw refused;
  } finally {
    lines.close();
  }
}
