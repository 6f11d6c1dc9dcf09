import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { describeWithEngine, required } from '../../support/engines';
import { withForge } from '../../support/forge';
import { node24 } from '../../support/node-24';
import { ROOT } from '../../support/repository-files';

jest.setTimeout(900_000);

const scratch = mkdtempSync(join(tmpdir(), 'egov-pipelines-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const cached = (name: string): string =>
  join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'egov/test', name);
const file = (name: string): string => join(ROOT, 'pipelines', name);

const git = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example', ...args]);

describeWithEngine('go', 'the file for GitHub Actions', () => {
  const version = 'v1.7.12';
  const linter = join(cached(`actionlint-${version}`), 'actionlint');

  test('has nothing that actionlint finds', () => {
    if (!existsSync(linter)) {
      const env = { ...process.env, GOBIN: cached(`actionlint-${version}`), GOFLAGS: '-buildvcs=false' };
      execFileSync('go', ['install', `github.com/rhysd/actionlint/cmd/actionlint@${version}`], { env, cwd: tmpdir() });
    }
    const { status, stdout } = spawnSync(linter, ['-no-color', file('github-actions.yml')], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});

const node = required('package') ? '' : ' (skipped: EGOV_REQUIRE does not list package)';

(required('package') ? describe : describe.skip)(`the file for GitLab CI${node}`, () => {
  test('is valid by the schema of GitLab, and its jobs are those of a merge request', () => {
    const folder = cached('gitlab-ci-local-4.75.1');
    const program = join(folder, 'node_modules/gitlab-ci-local/dist/index.js');
    if (!existsSync(program)) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
      execFileSync('npm', ['install', '--no-save', '--ignore-scripts', 'gitlab-ci-local@4.75.1'], { cwd: folder });
    }
    const repository = join(scratch, 'gitlab');
    mkdirSync(repository);
    cpSync(file('gitlab-ci.yml'), join(repository, '.gitlab-ci.yml'));
    git(repository, 'init', '-q', '-b', 'main');
    git(repository, 'add', '-A');
    git(repository, 'commit', '-q', '-m', 'a pipeline');
    git(repository, 'remote', 'add', 'origin', 'git@gitlab.example:a/b.git');
    const list = () => {
      const args = [program, '--list-csv', '--variable', 'CI_PIPELINE_SOURCE=merge_request_event'];
      const env = { ...process.env, GCL_IGNORE_PREDEFINED_VARS: 'CI_PIPELINE_SOURCE' };
      return spawnSync(node24().node, args, { cwd: repository, env, encoding: 'utf8' });
    };
    const { status, stdout } = list();
    const jobs = stdout.split('\n').flatMap((line) => /^(review|comment);/.exec(line)?.[1] ?? []);
    expect({ status, jobs }).toEqual({ status: 0, jobs: ['review', 'comment'] });
    const text = readFileSync(file('gitlab-ci.yml'), 'utf8');
    writeFileSync(
      join(repository, '.gitlab-ci.yml'),
      text.replace('when: always\n    paths', 'when: sometimes\n    paths'),
    );
    expect(list().status).not.toBe(0);
  });
});

/** A clone of a repository of one small city, on a branch; `npm ci` has nothing to do in it, and `npx` runs this egov. */
class Clone {
  readonly folder: string;
  readonly programs: string;

  constructor(name: string, change: (text: string) => string) {
    const origin = join(scratch, `${name}-origin`);
    this.folder = join(scratch, name);
    this.programs = join(scratch, `${name}-programs`);
    for (const part of ['defaults.yaml', 'profiles', 'catalogue', 'suizhou'])
      cpSync(join(ROOT, 'environments', part), join(origin, 'environments', part), { recursive: true });
    writeFileSync(join(origin, '.gitignore'), 'node_modules\nreview*\n');
    git(origin, 'init', '-q', '-b', 'main');
    git(origin, 'add', '-A');
    git(origin, 'commit', '-q', '-m', 'a city');
    execFileSync('git', ['clone', '-q', origin, this.folder]);
    git(this.folder, 'checkout', '-q', '-b', 'branch');
    const operations = join(this.folder, 'environments/suizhou/operations.yaml');
    writeFileSync(operations, change(readFileSync(operations, 'utf8')));
    git(this.folder, 'commit', '-q', '-a', '-m', 'a change');
    mkdirSync(join(this.folder, 'node_modules'));
    symlinkSync(ROOT, join(this.folder, 'node_modules/egov'));
    this.program('npm', 'exit 0');
    this.program('npx', `shift\nexec "${process.execPath}" "${join(ROOT, 'bin/egov.js')}" "$@"`);
  }

  private program(name: string, text: string): void {
    mkdirSync(this.programs, { recursive: true });
    writeFileSync(join(this.programs, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(this.programs, name), 0o755);
  }

  /** Runs a script as a runner does, with nothing of this machine but its programs. */
  run(script: string, variables: Readonly<Record<string, string>>): Promise<number | null> {
    const PATH = [this.programs, process.env['PATH']].join(delimiter);
    const env = { PATH, HOME: process.env['HOME'], EGOV_AS_OF: '2026-11-25', ...variables };
    // Not spawnSync: the forge answers in this process.
    const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', script], { cwd: this.folder, env, stdio: 'ignore' });
    return new Promise((resolve) => child.once('close', resolve));
  }

  get written(): string[] {
    return readdirSync(this.folder)
      .filter((name) => name.startsWith('review'))
      .sort();
  }
}

/** A change that a policy of the level of the city does not pass, and one that no policy speaks of. */
const weaker = (text: string) => text.replace(/length: \d+/, 'length: 4');
const harmless = (text: string) => text.replace(/length: \d+/, 'length: 20');

const EVERY = ['review.html', 'review.json', 'review.md', 'review.sarif'];

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

describe('the commands of each forge, in a clone', () => {
  test('of GitHub Actions: what is violated fails the job at its end, and the comment is written by the other job', async () => {
    const clone = new Clone('github', weaker);
    const { jobs } = parse(readFileSync(file('github-actions.yml'), 'utf8')) as {
      jobs: Record<string, { readonly steps: readonly Step[] }>;
    };
    await withForge(async ({ api, comments }) => {
      const output = join(scratch, 'github-output');
      writeFileSync(output, '');
      const values: Record<string, string> = {
        'github.base_ref': 'main',
        'github.api_url': api,
        'github.repository': 'a/b',
        'github.event.pull_request.number': '7',
        'github.token': 't',
      };
      const filled = (text: string): string =>
        text.replace(/\$\{\{ ([\w.]+) \}\}/g, (_, name: string) => {
          const code = /^code=(\d+)$/m.exec(readFileSync(output, 'utf8'))?.[1] ?? '';
          return name === 'steps.review.outputs.code' ? code : (values[name] as string);
        });
      const ends: (number | null)[] = [];
      for (const job of ['review', 'comment'])
        for (const { run, env = {} } of jobs[job]?.steps ?? []) {
          if (run === undefined) continue;
          if (job === 'comment') cpSync(join(clone.folder, 'review.md'), join(clone.folder, 'review/review.md'));
          const given = Object.fromEntries(Object.entries(env).map(([key, text]) => [key, filled(String(text))]));
          ends.push(await clone.run(filled(run), { ...given, GITHUB_OUTPUT: output }));
        }
      // npm ci, the review, its verdict; npm ci, the comment.
      expect(ends).toEqual([0, 0, 4, 0, 0]);
      expect(clone.written.filter((name) => name !== 'review')).toEqual(EVERY);
      const bodies = [...comments.values()].map(({ body }) => body);
      expect(bodies).toHaveLength(2);
      expect(bodies[1]).toMatch(/^<!-- egov review 1 -->\n# Review\n[\s\S]*④ Policy findings/);
    });
  });

  test('of GitLab CI: what nobody objects to passes, with the comment', async () => {
    const clone = new Clone('gitlab-ci', harmless);
    const jobs = parse(readFileSync(file('gitlab-ci.yml'), 'utf8')) as Record<string, { readonly script: string[] }>;
    await withForge(async ({ api, comments }) => {
      const given = {
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
        CI_API_V4_URL: api,
        CI_PROJECT_PATH: 'a/b',
        CI_MERGE_REQUEST_IID: '7',
      };
      const script = (job: string) => jobs[job]?.script.join('\n') ?? '';
      expect(await clone.run(script('review'), { ...given, EGOV_REVIEW_TOKEN: '' })).toBe(0);
      expect(clone.written).toEqual([...EVERY, 'review.xml'].sort());
      expect(await clone.run(script('comment'), { ...given, EGOV_REVIEW_TOKEN: 't' })).toBe(0);
      expect([...comments.values()].map(({ body }) => body.split('\n')[0])).toEqual([
        'by a person',
        '<!-- egov review 1 -->',
      ]);
    });
  });

  test('of Gitee Go: what is violated fails after the comment, in Chinese', async () => {
    const clone = new Clone('gitee', weaker);
    const { stages } = parse(readFileSync(file('gitee-go.yml'), 'utf8')) as {
      stages: { steps: { commands: string[] }[] }[];
    };
    const commands = stages.flatMap(({ steps }) => steps.flatMap((step) => step.commands));
    await withForge(async ({ api, comments }) => {
      const given = { GITEE_API: api, GITEE_REPOSITORY: 'a/b', GITEE_NUMBER: '7', EGOV_REVIEW_TOKEN: 't' };
      expect(await clone.run(commands.join('\n'), given)).toBe(4);
      expect(clone.written).toEqual(EVERY);
      expect([...comments.values()].at(-1)?.body).toMatch(/^<!-- egov review 1 -->\n# 评审\n/);
    });
  });
});
