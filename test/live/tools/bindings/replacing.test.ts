import { readFileSync } from 'node:fs';
import { askProvider, REPLACING, replacingFile } from '../../../../tools/bindings/replacing';
import { describeWithEngine } from '../../../support/engines';

describeWithEngine('go', 'what the provider cannot change in place', () => {
  test('is what the table of the review says', () => {
    expect(readFileSync(REPLACING, 'utf8')).toBe(replacingFile(askProvider()));
    // The provider is compiled where nothing of it is in the cache of Go.
  }, 900_000);
});
