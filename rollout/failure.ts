/** What kind of failure it is decides whether it is tried again. */
export type FailureClass =
  /** The cloud or the way to it; passes by itself. */
  | 'transient'
  /** Another process holds the states. */
  | 'locked'
  /** The process or the machine that worked on it is gone; another one goes on. */
  | 'lost'
  /** A defect of the toolkit. */
  | 'defect'
  /** The cloud, a policy, the proof or a comparison said no: the same again says no again. */
  | 'refused';

export interface Failure {
  readonly class: FailureClass;
  /** Codes of problems, or words where there is none. */
  readonly codes: readonly string[];
}

const TRANSIENT = /^CLOUD_UNREACHABLE$|^ENGINE_FAILED$|_INTERRUPTED$|^DEPLOY_UPSTREAM_(FAILED|LOST)$/;
/** What was left by a failure, never why it failed. */
const LEFT = 'DEPLOY_HALF_MADE';
const LOCKED = /^(DEPLOY_BUSY|STATE_LOCKED)$/;

/** The class of a command that ended with this exit code and these problems; the gravest of them. */
export function failureOf(exitCode: number, codes: readonly string[]): Failure {
  const one = (name: FailureClass): Failure => ({ class: name, codes });
  if (exitCode === 1) return one('defect');
  if (exitCode === 6 || exitCode > 128) return one('transient');
  const why = codes.filter((code) => code !== LEFT);
  if (why.length > 0 && why.every((code) => LOCKED.test(code))) return one('locked');
  if (why.length > 0 && why.every((code) => LOCKED.test(code) || TRANSIENT.test(code))) return one('transient');
  return one('refused');
}

/** Tries in all, and the milliseconds before the second; each further one waits twice as long. */
const TRIES: Readonly<Record<FailureClass, readonly [number, number]>> = {
  transient: [4, 30_000],
  locked: [10, 15_000],
  // Work that takes its machine with it is not handed from one to the next for ever.
  lost: [4, 1_000],
  defect: [1, 0],
  refused: [1, 0],
};

/** Milliseconds until the next try after so many of them; `undefined` where there is none. */
export function retryAfter({ class: name }: Failure, tries: number): number | undefined {
  const [most, first] = TRIES[name];
  return tries >= most ? undefined : Math.min(first * 2 ** (tries - 1), 10 * 60_000);
}
