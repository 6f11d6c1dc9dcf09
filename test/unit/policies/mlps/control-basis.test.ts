import { type ControlCode, controls } from '../../../../policies/mlps/control';
import { controlBasis } from '../../../../policies/mlps/control-basis';
import { manualReasons } from '../../../../policies/mlps/manual-reasons';
import { policies } from '../../../../policies/packs';

const answered = new Set(policies.flatMap((one) => one.controls));
const isManual = (code: string) => controlBasis[code as ControlCode] === 'manual';

test('each of the 80 rows that are decided on definitions has a policy', () => {
  const rows = [...controls.values()].filter((one) => one.mode === 'E');
  expect(rows.filter(({ code }) => !answered.has(code)).map(({ code }) => code)).toEqual([]);
  expect(rows.length).toBe(80);
});

test('each of the 9 rows that warn has one too', () => {
  const rows = [...controls.values()].filter((one) => one.mode === 'W');
  expect(rows.filter(({ code }) => !answered.has(code)).map(({ code }) => code)).toEqual([]);
});

test('a row is manual exactly where no policy answers it, and then says why', () => {
  for (const code of controls.keys()) {
    expect([code, isManual(code)]).toEqual([code, !answered.has(code)]);
    expect([code, manualReasons[code as ControlCode] !== undefined]).toEqual([code, isManual(code)]);
  }
});

test('a row that is judged on declarations has a policy that sees the design', () => {
  const declared = [...controls.keys()].filter((code) => controlBasis[code as ControlCode] === 'declared');
  const seen = (code: string) => policies.some((one) => one.scope === 'design' && one.controls.includes(code));
  expect(declared.filter((code) => !seen(code))).toEqual([]);
  expect(declared.length).toBe(58);
});
