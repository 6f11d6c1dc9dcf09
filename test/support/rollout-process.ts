/**
 * A rollout in a process of its own that may be killed: `rollout-process.ts JOURNAL CHANGES`. What it changes in clouds that
 * there are not is a line in CHANGES.
 */
import { appendFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { Journal } from '../../cli/rollout/journal';
import { runLocally } from '../../cli/rollout/local-engine';
import { stubWork } from './rollout-stub';

const [journal = '', changes = ''] = process.argv.slice(2);
const work = stubWork({
  seed: 11,
  refused: 0,
  transient: 0,
  wait: () => after(5),
  onApply: (id) => appendFileSync(changes, `${id}\n`),
});
const { signal } = new AbortController();
runLocally({ journal: new Journal(journal, Date.now), work, signal, now: Date.now }).then((waiting) => {
  process.stdout.write(JSON.stringify(waiting));
});
