import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isMap, parseDocument } from 'yaml';
import { runCli } from '../../cli/run-cli';
import { type GuideNeed, patternOf, stepsOfPage, timeless } from './guide-pages';
import { ROOT } from './repository-files';

/** Tests that do what a page says, in its order. `notRun` says why a block is left out; undefined where it is not. */
export function walkPage(page: string, notRun: (needs: GuideNeed) => string | undefined): void {
  const steps = stepsOfPage(page);
  let walk: GuideWalk;
  beforeAll(() => {
    walk = new GuideWalk();
  });
  afterAll(() => walk.end());

  test('has something to do', () => expect(steps).not.toEqual([]));

  for (const step of steps) {
    if ('file' in step) {
      test(`lets ${step.file} be written`, () => walk.write(step.file, step.text));
      continue;
    }
    const { line, code, shown, needs } = step;
    const reason = needs && notRun(needs);
    const one = reason === undefined ? test : test.skip;
    one(`${line}${reason === undefined ? '' : ` (skipped: ${reason})`}`, async () => {
      const ended = await walk.run(line);
      if (shown.length > 0) expect(timeless(ended.said)).toMatch(patternOf(shown));
      // The words stand beside the code, so that a failure shows them.
      expect(ended).toEqual({ ...ended, code });
    });
  }
}

const PORT_OFFSET = '5200';

/** What a reader of a page has: the shipped clouds in a clone of a repository, and a cloud of his own if need be. */
class GuideWalk {
  readonly folder = mkdtempSync(join(tmpdir(), 'walk-'));
  private readonly surroundings: Readonly<Record<string, string | undefined>>;

  constructor() {
    const { PATH, HOME, XDG_CACHE_HOME } = process.env;
    this.surroundings = { PATH, HOME, XDG_CACHE_HOME, GIT_CONFIG_GLOBAL: '/dev/null', XDG_STATE_HOME: this.folder };
    cpSync(join(ROOT, 'environments'), join(this.folder, 'environments'), {
      recursive: true,
      filter: (path) => !path.endsWith('.ts'),
    });
    const git = (...args: string[]) => execFileSync('git', args, { cwd: this.folder, stdio: 'ignore' });
    git('init', '-q', '-b', 'main');
    git('config', 'user.name', 'reader');
    git('config', 'user.email', 'reader@gov.example');
    writeFileSync(join(this.folder, '.gitignore'), '.egov/\negov/\n');
    git('add', '.');
    git('commit', '-q', '-m', 'Clouds');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  }

  /** Writes a file, or merges into it as layers do: maps by key, lists replace. */
  write(file: string, text: string): void {
    const path = join(this.folder, file);
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path)) writeFileSync(path, text);
    else {
      const document = parseDocument(readFileSync(path, 'utf8'));
      merge(document, parseDocument(text).contents, []);
      writeFileSync(path, document.toString({ lineWidth: 0 }));
    }
  }

  /** Runs one line of a shell; its output is in the order in which it came. */
  async run(line: string): Promise<{ readonly code: number; readonly said: string }> {
    const words = wordsOf(line.replace(/^npx /, ''));
    // Beside a sandbox that somebody has on this machine.
    if (words[1] === 'sandbox' && words[2] === 'up') words.push('--port-offset', PORT_OFFSET);
    if (words[0] !== 'egov') return this.shell(line);
    const said: string[] = [];
    const say = (words: string): void => void said.push(words);
    const code = await runCli(words.slice(1), {
      output: { data: say, notice: say },
      folder: this.folder,
      surroundings: this.surroundings,
      signal: new AbortController().signal,
      terminal: false,
      now: () => performance.now(),
    });
    return { code, said: said.map((one) => `${one}\n`).join('') };
  }

  private shell(line: string): { readonly code: number; readonly said: string } {
    const env = Object.fromEntries(Object.entries(this.surroundings).filter(([, value]) => value !== undefined));
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: this.folder, env, encoding: 'utf8' });
    return { code: status ?? -1, said: `${stdout}${stderr}` };
  }

  /** Ends the sandbox, if the page started one, and removes everything. */
  async end(): Promise<void> {
    if (existsSync(join(this.folder, 'egov/sandbox'))) await this.run('egov sandbox down');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

type Document = ReturnType<typeof parseDocument>;

function merge(document: Document, node: unknown, path: readonly unknown[]): void {
  if (!isMap(node)) document.setIn(path, node);
  else
    for (const { key, value } of node.items) {
      const at = [...path, (key as { readonly value: unknown }).value];
      if (isMap(value) && isMap(document.getIn(at))) merge(document, value, at);
      else document.setIn(at, value);
    }
}

/** Words of a command line, with quotes taken off. None where it needs a shell. */
function wordsOf(line: string): string[] {
  if (/[|<>&;`$]/.test(line)) return [];
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, one, two, three]) => one ?? two ?? three ?? '');
}
