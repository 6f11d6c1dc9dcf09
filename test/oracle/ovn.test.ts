import { asked, predict } from './compare';
import { Oracle, oracleMissing } from './oracle';

const WORLDS = 20;
const PACKETS = 250;
const required = (process.env['EGOV_REQUIRE'] ?? '').split(',').includes('oracle');
const missing = oracleMissing();
if (missing && !required) console.warn(`the comparison with OVN is skipped: ${missing}`);

(missing && !required ? describe.skip : describe)('OVN, as Neutron compiles for it,', () => {
  let oracle: Oracle;
  beforeAll(() => {
    oracle = new Oracle();
  });
  afterAll(() => oracle.stop());

  it.each(Array.from({ length: WORLDS }, (_, world) => world))(
    'agrees with the engine about every packet of random world %i',
    async (world) => {
      const { cloud, claims, packets } = asked(1, world, PACKETS);
      await oracle.load(cloud.stack().definition, claims);
      const real = await oracle.passes(packets);
      const said = predict(cloud, packets);
      expect(packets.filter((_, i) => real[i] !== said[i])).toEqual([]);
    },
    60_000,
  );
});
