/**
 * The program of cdktf.json, for `cdktn synth`: every environment of the working directory, or the one that
 * `EGOV_ENVIRONMENT` names. What fails `egov check` fails here, policies of `egov.config.ts` included; `EGOV_AS_OF` is
 * the day of the run.
 */
import { listEnvironments } from '../environments/environment-list';
import { ProblemsError } from '../model/problem';
import { dayOn } from '../policies/waivers/day';
import { openStackApp } from '../stacks/openstack-app';
import { configOf } from './config/load-config';
import { defaultEnvironments } from './default-environments';
import { exitCodeOf } from './exit-code';
import { sayProblems } from './say-problems';

process.env['CDKTN_DISABLE_CREATION_STACK'] ??= '1';

const folder = process.cwd();
const wanted = process.env['EGOV_ENVIRONMENT'] ?? '';
const asOf = process.env['EGOV_AS_OF'] ?? dayOn(new Date());
try {
  const root = defaultEnvironments(folder);
  const ids = wanted === '' ? listEnvironments(root) : [wanted];
  openStackApp({ root, ids, asOf, own: configOf({ folder }).policies }).synth();
} catch (error) {
  if (!(error instanceof ProblemsError)) throw error;
  const notice = (words: string): void => void process.stderr.write(`${words}\n`);
  sayProblems(error.problems, { output: { data: notice, notice }, language: 'en', json: false, colour: false });
  process.exitCode = exitCodeOf(error.problems);
}
