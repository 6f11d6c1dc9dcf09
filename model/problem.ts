import type { Language, Text } from './text';

/** One thing that is wrong, said so that the reader can act on it. */
export interface Problem {
  /** Stable identifier; documented by `egov explain`, greppable, never reworded. */
  readonly code: string;
  /** Where the user wrote it: `environments/hebei/planes.yaml:14:9`, or a resource address. */
  readonly at: string;
  readonly message: Text;
  readonly fix: Text;
}

/** What a code means, independent of any occurrence. `egov explain CODE` prints it. */
export interface ProblemKindProps<P> {
  readonly code: string;
  /** Why the toolkit refuses this, with the clause or the API limit where there is one. */
  readonly why: Text;
  message(values: P): Text;
  fix(values: P): Text;
}

/** A kind of problem; `at` makes one occurrence of it. */
export class ProblemKind<P> {
  readonly code: string;
  readonly why: Text;

  constructor(private readonly props: ProblemKindProps<P>) {
    this.code = props.code;
    this.why = props.why;
  }

  at(place: string, values: P): Problem {
    return { code: this.code, at: place, message: this.props.message(values), fix: this.props.fix(values) };
  }
}

/** `CODE place · message · fix: …`, the one form in which a terminal shows a problem. */
export function formatProblem(problem: Problem, language: Language = 'en'): string {
  const repair = language === 'zh' ? '处理' : 'fix';
  return `${problem.code} ${problem.at}\n  ${problem.message[language]}\n  ${repair}: ${problem.fix[language]}`;
}

/** Every problem found in one pass, so that a person repairs a file once. */
export class ProblemsError extends Error {
  override readonly name = 'ProblemsError';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((problem) => formatProblem(problem)).join('\n'));
  }
}
