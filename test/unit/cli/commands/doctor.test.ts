import { nodeFinding } from '../../../../cli/commands/doctor';

test.each([
  ['18.20.4', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['22.0.0', true],
  ['24.1.0', true],
])('Node.js %s is new enough: %s', (version, ok) => {
  expect(nodeFinding(version).ok).toBe(ok);
});
