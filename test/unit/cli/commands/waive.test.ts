import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, workingFolder } from '../command-line';

const DAY = '--as-of 2026-11-25';
const WORDS = ['--reason', 'line comes in March', '--owner', 'noc', '--approver', 'board', '--ticket', 'T-7'];

/** Suizhou with one line fewer than its level needs, and the fingerprint of what `policy` finds there. */
async function folderWith(policy: string) {
  const folder = workingFolder('suizhou', 'defaults.yaml', 'profiles', 'catalogue');
  const { out } = await run(`check suizhou ${DAY} --format json`, { folder });
  const told = JSON.parse(out.join('\n'));
  const finding = told.findings.find((one: { policy: string }) => one.policy === policy);
  return { folder, file: join(folder, 'environments/suizhou/waivers.yaml'), fingerprint: String(finding?.fingerprint) };
}

test('what a waiver needs is told all at once', async () => {
  const { code, err } = await run('waive suizhou 0123456789ab --owner noc');
  expect(code).toBe(64);
  expect(err.filter((line) => line.startsWith('  a waiver'))).toEqual([
    '  a waiver needs --reason',
    '  a waiver needs --approver',
    '  a waiver needs --ticket',
    '  a waiver needs --until',
  ]);
});

test('a finding that there is not cannot be waived', async () => {
  const { folder, file } = await folderWith('CRYPTO-GM');
  const { code, err } = await run(
    ['waive', 'suizhou', '0123456789ab', ...WORDS, '--until', '2026-12-20', ...DAY.split(' ')],
    { folder },
  );
  expect([code, err[1], existsSync(file)]).toEqual([3, '  no finding has the fingerprint 0123456789ab', false]);
});

test('a term that is too long writes nothing', async () => {
  const { folder, file, fingerprint } = await folderWith('CRYPTO-GM');
  const { code, err } = await run(
    ['waive', 'suizhou', fingerprint, ...WORDS, '--until', '2029-01-01', ...DAY.split(' ')],
    { folder },
  );
  expect([code, err[0]?.split(' ')[0], existsSync(file)]).toEqual([3, 'WAIVER_TERM', false]);
});

test('shows what is covered, writes it behind what is there, and the finding is waived', async () => {
  const { folder, file, fingerprint } = await folderWith('CRYPTO-GM');
  writeFileSync(file, '# accepted by the board\n[]\n');
  const words = ['waive', 'suizhou', fingerprint, ...WORDS, '--until', '2027-02-20', ...DAY.split(' ')];
  const dry = await run([...words, '--dry-run'], { folder });
  expect(readFileSync(file, 'utf8')).toBe('# accepted by the board\n[]\n');
  expect(dry.out.slice(0, 4)).toEqual([
    'covers one finding:',
    '  CRYPTO-GM · medium · GB/T 22239-2019 7.1.10.9 a 7.1.10.9 b · level 2 · at most 180 days',
    '  SM2, SM3, SM4 are not in use',
    '  environments/suizhou/protection.yaml:3:1 · declaration protection/algorithms',
  ]);
  expect((await run(words, { folder })).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(`# accepted by the board\n${dry.out.slice(5).join('\n')}\n`);
  const { code, out } = await run(`check suizhou ${DAY} --format json`, { folder });
  const told = JSON.parse(out.join('\n'));
  const finding = told.findings.find((one: { fingerprint: string }) => one.fingerprint === fingerprint);
  expect([code, finding.status, finding.waiver, told.problems]).toEqual([0, 'waived', 'T-7', []]);
});
