import { join } from 'node:path';
import { Token } from 'cdktf';
import { packageRoot } from '../../../environments/package-root';
import { readEnvironment } from '../../../environments/read-environment';
import { designEnvironment } from '../../../model/design/design-environment';
import { emitStacks } from '../../../stacks/emit-stacks';
import { withOwnTokens } from '../../../stacks/own-tokens';

const kept = () =>
  (globalThis as unknown as { __cdktfTokenMap: { stringTokenMap: Map<string, unknown> } }).__cdktfTokenMap
    .stringTokenMap;

test('what is emitted leaves no token behind, and is the same again', () => {
  const design = designEnvironment(readEnvironment(join(packageRoot(), 'environments'), 'suizhou'));
  const before = kept().size;
  const first = emitStacks(design);
  expect(kept().size).toBe(before);
  expect(emitStacks(design)).toEqual(first);
});

test('tokens of others stay, and work that fails leaves none either', () => {
  const other = Token.asString({ resolve: () => 'other', creationStack: [], toString: () => '' });
  const count = kept().size;
  expect(() =>
    withOwnTokens(() => {
      Token.asString({ resolve: () => 'own', creationStack: [], toString: () => '' });
      expect(kept().size).toBe(count + 1);
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(kept().size).toBe(count);
  expect(Token.isUnresolved(other)).toBe(true);
});
