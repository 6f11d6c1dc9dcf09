import fc from 'fast-check';
import { cpuText, mebibytes, memoryText, milliCores } from '../../../model/kubernetes-quantity';

test.each([
  ['2', 2000],
  ['500m', 500],
  ['1500m', 1500],
])('%s is %i thousandths of a core', (text, milli) => expect(milliCores(text)).toBe(milli));

test.each([
  ['512Mi', 512],
  ['2Gi', 2048],
])('%s is %i mebibytes', (text, mebi) => expect(mebibytes(text)).toBe(mebi));

test('quantities are written as the API server writes them back: whole units where they are whole', () => {
  expect([cpuText(2000), cpuText(1500)]).toEqual(['2', '1500m']);
  expect([memoryText(2048), memoryText(1536)]).toEqual(['2Gi', '1536Mi']);
});

test('what is written is read as the same amount', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (amount) => {
      expect(milliCores(cpuText(amount))).toBe(amount);
      expect(mebibytes(memoryText(amount))).toBe(amount);
    }),
  ));
