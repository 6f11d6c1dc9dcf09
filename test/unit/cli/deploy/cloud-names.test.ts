import { cloudNames } from '../../../../cli/deploy/cloud-names';
import type { ProblemsError } from '../../../../model/problem';

const sites = ['shijiazhuang', 'langfang'];
const read = (text: string | undefined) => {
  const { common, own } = cloudNames(text, sites);
  return [common, Object.fromEntries(own)];
};

test.each([
  ['lanfang=dr', 'there is no site lanfang'],
  ['langfang=', '--cloud names no cloud for langfang'],
  ['a,b', '--cloud names two clouds for all sites'],
  ['langfang=a,langfang=b', '--cloud names two clouds for langfang'],
])('%s is refused', (text, words) => {
  expect(() => read(text)).toThrow(words);
});

test('everything that is wrong is said at once', () => {
  try {
    read('lanfang=x,a,b');
    throw new Error('it was taken');
  } catch (error) {
    expect((error as ProblemsError).problems.map(({ code }) => code)).toEqual(['USAGE_NAME', 'USAGE_ARGUMENT']);
  }
});

test.each([
  [undefined, undefined, {}],
  ['hebei', 'hebei', {}],
  ['langfang=dr', undefined, { langfang: 'dr' }],
  ['hebei,langfang=dr', 'hebei', { langfang: 'dr' }],
  ['shijiazhuang=a,langfang=b', undefined, { shijiazhuang: 'a', langfang: 'b' }],
])('%s', (text, common, own) => {
  expect(read(text)).toEqual([common, own]);
});
