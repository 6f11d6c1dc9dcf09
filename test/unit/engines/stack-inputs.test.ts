import { inputsOf, PLACEHOLDER, sameInputs } from '../../../engines/stack-inputs';
import { unit } from '../../support/stack-unit';

const inputs = {
  network: { stack: 'planes', output: 'network_edge' },
  flavor: { stack: 'foundation', output: 'c4m8' },
};

test('what a lower stack does not give yet is a placeholder that names it', () => {
  const given = inputsOf(unit('tenant-finance', { inputs }), (name) => (name === 'foundation' ? { c4m8: 'id-1' } : {}));
  expect(given).toEqual({
    values: { flavor: 'id-1', network: `${PLACEHOLDER}planes.network_edge` },
    open: ['network'],
  });
});

test('an output that is empty or no text is not taken for an id', () => {
  const outputs: Record<string, unknown> = { network_edge: '', c4m8: 7 };
  expect(inputsOf(unit('tenant-finance', { inputs }), () => outputs).open).toEqual(['flavor', 'network']);
});

test('inputs are the same when every value is', () => {
  const of = (id: string) => inputsOf(unit('tenant-finance', { inputs }), () => ({ network_edge: id, c4m8: 'x' }));
  expect(sameInputs(of('a'), of('a'))).toBe(true);
  expect(sameInputs(of('a'), of('b'))).toBe(false);
});

test('a stack that was not applied since a renaming gives what it has under its latest former name', () => {
  const flavor = { stack: 'foundation', output: 'flavor_c', former: ['flavor_a', 'flavor_b'] };
  const of = (outputs: object) => inputsOf({ inputs: { flavor } }, () => ({ ...outputs })).values['flavor'];
  expect(of({ flavor_a: 'old', flavor_b: 'newer' })).toBe('newer');
  expect(of({ flavor_a: 'old', flavor_c: 'now' })).toBe('now');
  expect(of({})).toBe(`${PLACEHOLDER}foundation.flavor_c`);
});
