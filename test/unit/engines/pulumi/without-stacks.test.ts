import { withoutStacks } from '../../../../engines/pulumi/without-stacks';

test('errors of the work have no stack, and those after it have theirs again, however it ended', async () => {
  const before = Error.stackTraceLimit;
  expect(before).toBeGreaterThan(0);
  expect((await withoutStacks(async () => new Error('inside').stack)) ?? '').not.toContain('\n    at ');
  await expect(withoutStacks(async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect([Error.stackTraceLimit, new Error('outside').stack]).toEqual([before, expect.stringContaining('\n    at ')]);
});
