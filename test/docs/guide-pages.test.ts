import { readFileSync } from 'node:fs';
import { type GuideStep, guidePages, patternOf, stepsOf, timeless } from '../support/guide-pages';
import { walkPage } from '../support/guide-walk';

jest.setTimeout(180_000);

describe('a page', () => {
  const page = [
    'Write `a.yaml`:',
    '```yaml',
    '# a.yaml',
    'key: 1',
    '```',
    '<!-- b.yaml -->',
    '```yaml',
    'shown: only',
    '```',
    '```console',
    '$ npx egov validate   # all of them',
    'no problems: … environments',
    '…',
    'end 0.12 s',
    '$ egov validate a',
    '$ echo $?',
    '3',
    '```',
    '',
  ].join('\n');

  test('is files to be written and commands to be run, with their codes and what is shown', () => {
    expect(stepsOf(page)).toEqual<GuideStep[]>([
      { file: 'a.yaml', text: 'key: 1\n' },
      { line: 'npx egov validate', code: 0, shown: ['no problems: … environments', '…', 'end 0.12 s'] },
      { line: 'egov validate a', code: 3, shown: [] },
    ]);
  });

  test('shows what comes, but for time and for what it leaves out', () => {
    const pattern = patternOf(['no problems: … environments', '…', 'end 0.12 s']);
    const fits = (text: string) => pattern.test(timeless(text));
    expect(fits('no problems: 6 environments\na\nb\nend 34 s\n')).toBe(true);
    expect(fits('no problems: 6 environments\nend 34.1 s\n')).toBe(true);
    expect(fits('no problems: 6 environments\nend 34.1 s\nmore\n')).toBe(false);
    expect(fits('some problems\nend 34.1 s\n')).toBe(false);
  });

  test('that needs a cloud or OpenTofu says so for the whole block', () => {
    const needsOf = (...lines: string[]) =>
      stepsOf(['```console', ...lines.map((line) => `$ ${line}`), '```', ''].join('\n')).map((step) =>
        'needs' in step ? step.needs : undefined,
      );
    expect(needsOf('egov apply suizhou', 'rm -r .egov')).toEqual(['sandbox', 'sandbox']);
    expect(needsOf('egov adopt suizhou --cloud sandbox')).toEqual(['sandbox']);
    expect(needsOf('npx egov plan suizhou')).toEqual(['engines']);
    expect(needsOf('egov review --plan')).toEqual(['engines']);
    expect(needsOf('egov validate')).toEqual([undefined]);
  });
});

describe.each(guidePages)('docs/guide/%s.md', (page) => walkPage(page, () => 'npm run test:live runs it'));

test('a code that a page of the guide explains is a code of egov', () => {
  const known = readFileSync('docs/reference/codes.md', 'utf8');
  const explained = guidePages.flatMap((page) =>
    readFileSync(`docs/guide/${page}.md`, 'utf8')
      .split('\n')
      .flatMap((line) =>
        line.startsWith('| `') ? [...(line.split(' | ')[0] ?? '').matchAll(/`([A-Z]+_[A-Z_]+)`/g)] : [],
      )
      .map(([, code]) => code),
  );
  expect(explained.length).toBeGreaterThan(20);
  expect(explained.filter((code) => !known.includes(`\`${code}\``))).toEqual([]);
});
