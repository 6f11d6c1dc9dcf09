import { formatProblem, type Problem } from '../model/problem';
import type { Context } from './context';
import { paint } from './paint';

/** Says every problem once: on standard error, or as the JSON answer in both languages. */
export function sayProblems(
  problems: readonly Problem[],
  { output, language, json, colour }: Pick<Context, 'output' | 'language' | 'json' | 'colour'>,
): void {
  if (json) {
    output.data(JSON.stringify({ problems }, null, 2));
    return;
  }
  for (const problem of problems) {
    const [first = '', ...rest] = formatProblem(problem, language).split('\n');
    const [code = '', ...place] = first.split(' ');
    output.notice([`${paint(colour, 'red', code)} ${place.join(' ')}`, ...rest].join('\n'));
  }
}
