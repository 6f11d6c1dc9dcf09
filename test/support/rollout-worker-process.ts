/**
 * A worker of Temporal in a process of its own that may be killed: `rollout-worker-process.ts SERVER CHANGES WORK`, where
 * SERVER is JSON of `TemporalServer` and WORK of `StubWork`. What it changes in clouds that there are not is a line in CHANGES.
 */
import { appendFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { workQueue } from '../../cli/rollout/temporal/rollout-run';
import { runWorker } from '../../cli/rollout/temporal/run-worker';
import type { TemporalServer } from '../../cli/rollout/temporal/temporal-server';
import { packageVersion } from '../../cli/version';
import { counties } from './rollout-example';
import { stubWork } from './rollout-stub';
import { testContext } from './test-context';

export interface StubWork {
  readonly count: number;
  readonly seed: number;
  readonly refused: number;
  readonly transient: number;
  /** Real milliseconds of one of the stub's. */
  readonly pace: number;
  readonly jobs: number;
  /** Environments that it serves besides the counties that there are not. */
  readonly also?: readonly string[];
}

const [server = '{}', changes = '', text = '{}'] = process.argv.slice(2);
const { count, pace, jobs, also = [], ...stub } = JSON.parse(text) as StubWork;
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
const members = counties(count);
const egov = packageVersion();
const queue = '{province}';
const work = stubWork({
  ...stub,
  wait: (ms) => after(ms * pace),
  onApply: (id) => appendFileSync(changes, `${id} ${process.pid}\n`),
});
const [one] = members;
runWorker(
  {
    server: JSON.parse(server) as TemporalServer,
    egov,
    queues: one === undefined ? [] : [workQueue({ egov, queue }, one)],
    jobs,
    workOf: () => work,
    serves: new Set([...members.map(({ id }) => id), ...also]),
    onReady: () => process.stdout.write('ready\n'),
  },
  testContext({ signal: stop.signal, surroundings: process.env }),
).then(
  () => process.stdout.write(`${JSON.stringify({ rss: process.resourceUsage().maxRSS })}\n`),
  (error: unknown) => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  },
);
