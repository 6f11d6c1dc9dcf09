import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyText, replay } from '../../support/replay';
import { ROOT } from '../../support/repository-files';

/** The workflows are bundled. */
jest.setTimeout(120_000);

/**
 * The register has no version: one that runs at a server since long is carried on by whatever egov comes next, and
 * Temporal refuses it then where its code does other than it did. `UPDATE_GOLDEN=1 npx jest test/live/rollout/replay`
 * records the history anew; a register that runs must then be ended by hand, which the CHANGELOG has to say.
 */
const history = historyText.read(readFileSync(join(ROOT, 'test/golden/rollout/register-history.txt'), 'utf8'));

test('a register that was begun earlier goes on', async () => {
  const events = history.events ?? [];
  expect(events.some((one) => one.workflowExecutionUpdateAcceptedEventAttributes)).toBe(true);
  expect(events.some((one) => one.workflowExecutionSignaledEventAttributes)).toBe(true);
  await replay('cli/rollout/temporal/workflows.ts', history, 'egov-register');
});

test('a register of another law is found out', async () => {
  await expect(replay('test/support/forgetful-register.ts', history, 'egov-register')).rejects.toThrow(
    /TMPRL1100|eterminis/,
  );
});
