import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GrowingFile } from '../../../engines/growing-file';
import { runProgram } from '../../../engines/run-program';
import { temporaryFolder, writeProgram } from '../../support/engines-fake';

const folder = temporaryFolder();
const path = join(folder, 'journal');

test('lines that come are read whole, and not those from before', () => {
  writeFileSync(path, 'before\n');
  const lines: string[] = [];
  const file = new GrowingFile(path);
  file.follow((line) => lines.push(line));
  appendFileSync(path, 'one\ntwo 政务云\nhalf');
  file.close();
  file.close();
  expect(lines).toEqual(['one', 'two 政务云', 'half']);
});

test('a program writes into its file by itself, and its lines are answered and told', async () => {
  writeFileSync(path, 'before\n');
  const program = writeProgram(join(folder, 'program'), 'echo one; echo two; echo trouble >&2; exit 3');
  const [told, pids]: [string[], number[]] = [[], []];
  const end = await runProgram({
    program,
    args: [],
    folder,
    surroundings: {},
    outputFile: path,
    onStart: (pid) => pids.push(pid),
    onLine: (line) => told.push(line),
  });
  expect(end).toEqual({ code: 3, end: 'exit code 3', stdout: 'one\ntwo', lastLines: ['trouble'] });
  expect([told, pids.length]).toEqual([['one', 'two'], 1]);
  expect(readFileSync(path, 'utf8')).toBe('before\none\ntwo\n');
});
