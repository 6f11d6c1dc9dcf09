import { asked, predict } from './compare';
import { Oracle, oracleMissing } from './oracle';

/** `npm run test:oracle -- --worlds N --seed S [--packets P]`: compares the engine with OVN, packet by packet. */
async function main(): Promise<number> {
  const number = (name: string, otherwise: number) => {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? otherwise : Number(process.argv[at + 1]);
  };
  const [worlds, seed, packets] = [number('worlds', 20), number('seed', 1), number('packets', 250)];
  const missing = oracleMissing();
  if (missing) {
    console.error(missing);
    return 5;
  }
  const oracle = new Oracle();
  let [wrong, passing] = [0, 0];
  for (let world = 0; world < worlds; world++) {
    const question = asked(seed, world, packets);
    await oracle.load(question.cloud.stack().definition, question.claims);
    const [real, said] = [await oracle.passes(question.packets), predict(question.cloud, question.packets)];
    for (const [i, packet] of question.packets.entries()) {
      if (real[i]) passing++;
      if (real[i] === said[i]) continue;
      wrong++;
      if (wrong <= 20)
        console.error(
          `seed ${seed} world ${world}: OVN says ${real[i]}, the engine ${said[i]}: ${JSON.stringify(packet)}`,
        );
    }
  }
  await oracle.stop();
  console.log(`${worlds} worlds, ${worlds * packets} packets, ${passing} pass, ${wrong} mismatches (seed ${seed})`);
  return wrong === 0 ? 0 : 1;
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
