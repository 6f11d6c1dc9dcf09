import { exitCodeOf } from '../../../cli/exit-code';
import type { Problem } from '../../../model/problem';

const text = { en: '', zh: '' };
const problems = (...codes: string[]): Problem[] => codes.map((code) => ({ code, at: '', message: text, fix: text }));

test.each([
  [['NET_OVERLAP'], 3],
  [['ENV_MISSING', 'FLOW_FORBIDDEN'], 3],
  [['SYNTHESIS_STACK_LARGE'], 3],
  [['ENGINE_MISSING'], 5],
  [['GO_MISSING'], 5],
  [['SYNTHESIS_DISK_FULL'], 5],
  [['NEW_DENIED'], 5],
  [['RENAME_DENIED'], 5],
  [['SYNTHESIS_DENIED'], 5],
  [['ENGINE_FAILED', 'ENGINE_INTERRUPTED'], 6],
  [['PROOF_VIOLATED'], 4],
  [['USAGE_OPTION'], 64],
])('%s ends with %d', (codes, code) => {
  expect(exitCodeOf(problems(...codes))).toBe(code);
});
