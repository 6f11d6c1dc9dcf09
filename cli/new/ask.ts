import { createInterface } from 'node:readline/promises';
import type { Context } from '../context';
import { type AnswerName, answerNames, type GivenAnswers } from './collect-answers';

/** Asks for what nobody has said yet, with the usual answer in brackets. Rejects when the work is to stop. */
export async function ask(
  given: GivenAnswers,
  usual: (given: GivenAnswers) => GivenAnswers,
  { signal }: Pick<Context, 'signal'>,
): Promise<GivenAnswers> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answers: Partial<Record<AnswerName, string>> = { ...given };
  try {
    for (const name of answerNames) {
      if (answers[name] !== undefined || name === 'parent') continue;
      const known = usual(answers)[name];
      const typed = (await lines.question(`${name}${known === undefined ? '' : ` [${known}]`}: `, { signal })).trim();
      const said = typed === '' ? known : typed;
      if (said !== undefined) answers[name] = said;
    }
    return answers;
  } finally {
    lines.close();
  }
}

/** Whether somebody is there to be asked. */
export function canAsk({ json }: Pick<Context, 'json'>): boolean {
  return !json && process.stdin.isTTY === true && process.stderr.isTTY === true;
}
