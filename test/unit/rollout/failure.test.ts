import { failureOf, retryAfter } from '../../../rollout/failure';

test.each([
  [1, ['CLOUD_UNREACHABLE'], 'defect'],
  [6, [], 'transient'],
  [137, [], 'transient'],
  [5, ['CLOUD_UNREACHABLE'], 'transient'],
  [5, ['DEPLOY_BUSY'], 'locked'],
  [5, ['DEPLOY_BUSY', 'CLOUD_UNREACHABLE'], 'transient'],
  [5, ['CLOUD_UNREACHABLE', 'CLOUD_REGION'], 'refused'],
  // An OpenTofu that was killed: what it left half-made is named beside it.
  [5, ['ENGINE_FAILED', 'DEPLOY_HALF_MADE', 'DEPLOY_UPSTREAM_FAILED'], 'transient'],
  [5, ['ENGINE_REFUSED', 'DEPLOY_HALF_MADE'], 'refused'],
  [5, ['DEPLOY_HALF_MADE'], 'refused'],
  [4, ['PROOF_VIOLATED'], 'refused'],
  [3, [], 'refused'],
] as const)('exit code %s with %j is %s', (code, codes, name) => {
  expect(failureOf(code, codes).class).toBe(name);
});

test('what is refused and what is our defect is never tried again', () => {
  expect(['refused', 'defect'].map((name) => retryAfter({ class: name as 'refused', codes: [] }, 1))).toEqual([
    undefined,
    undefined,
  ]);
});

test('what passes by itself is tried four times, each after twice the wait', () => {
  const failure = { class: 'transient', codes: [] } as const;
  expect([1, 2, 3, 4].map((tries) => retryAfter(failure, tries))).toEqual([30_000, 60_000, 120_000, undefined]);
});

test('work whose worker dies is handed on soon, and not for ever', () => {
  const failure = { class: 'lost', codes: [] } as const;
  expect([1, 2, 3, 4].map((tries) => retryAfter(failure, tries))).toEqual([1_000, 2_000, 4_000, undefined]);
});
