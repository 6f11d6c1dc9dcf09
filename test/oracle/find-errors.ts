import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asked, predict } from './compare';
import { deliberateErrors } from './deliberate-errors';
import { Oracle, oracleMissing } from './oracle';

const [WORLDS, PACKETS, SEED] = [20, 100, 3];

/**
 * `node -r ./test/oracle/with-error.js test/oracle/find-errors.ts`: asks OVN about 2,000 packets once, then puts each
 * deliberate error into the engine and counts the packets until it is caught.
 */
async function main(): Promise<number> {
  const recorded = process.env['EGOV_RECORDED'];
  if (recorded) return firstMismatch(JSON.parse(readFileSync(recorded, 'utf8')) as boolean[][]);
  const missing = oracleMissing();
  if (missing) {
    console.error(missing);
    return 5;
  }
  const folder = mkdtempSync(join(tmpdir(), 'egov-errors-'));
  const file = join(folder, 'answers.json');
  try {
    writeFileSync(file, JSON.stringify(await answers()));
    let missed = 0;
    for (const error of [undefined, ...deliberateErrors]) {
      const caught = withError(file, error);
      const name = error?.name ?? 'no error at all';
      console.log(`${name}: ${caught < 0 ? 'nothing found' : `found by packet ${caught}`}`);
      if (caught < 0 !== (error === undefined)) missed++;
    }
    console.log(
      `${deliberateErrors.length - missed} of ${deliberateErrors.length} caught within ${WORLDS * PACKETS} packets`,
    );
    return missed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function answers(): Promise<boolean[][]> {
  const oracle = new Oracle();
  const all: boolean[][] = [];
  for (let world = 0; world < WORLDS; world++) {
    const { cloud, claims, packets } = asked(SEED, world, PACKETS);
    await oracle.load(cloud.stack().definition, claims);
    all.push(await oracle.passes(packets));
  }
  await oracle.stop();
  return all;
}

function withError(file: string, error: object | undefined): number {
  const env = {
    ...process.env,
    EGOV_RECORDED: file,
    ...(error && { EGOV_DELIBERATE_ERROR: JSON.stringify(error) }),
  };
  const said = execFileSync(process.execPath, ['-r', join(__dirname, 'with-error.js'), __filename], { env });
  return Number(said.toString().trim());
}

function firstMismatch(real: readonly (readonly boolean[])[]): number {
  for (const [world, verdicts] of real.entries()) {
    const { cloud, packets } = asked(SEED, world, PACKETS);
    const at = predict(cloud, packets).findIndex((said, i) => said !== verdicts[i]);
    if (at >= 0) {
      console.log(world * PACKETS + at + 1);
      return 0;
    }
  }
  console.log(-1);
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 5;
  },
);
