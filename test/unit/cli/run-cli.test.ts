import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandList } from '../../../cli/command-list';
import { run } from './command-line';

describe('a command line that cannot be understood ends with 64, a place and a repair', () => {
  test.each([
    ['valdate', 'USAGE_COMMAND egov', 'there is no command valdate', 'did you mean validate?'],
    ['frobnicate', 'USAGE_COMMAND egov', 'there is no command frobnicate', 'egov --help lists them'],
    ['engines instal', 'USAGE_COMMAND egov engines', 'there is no command instal', 'did you mean install?'],
    ['validate --jsno', 'USAGE_OPTION egov validate', 'there is no option --jsno', 'did you mean --json?'],
    ['show hebei --orgin', 'USAGE_OPTION egov show', 'there is no option --orgin', 'did you mean --origin?'],
    ['plan hebei --stak=x', 'USAGE_OPTION egov plan', 'there is no option --stak', 'did you mean --stack?'],
    ['--frob list', 'USAGE_OPTION egov', 'there is no option --frob', 'egov --help lists them'],
    ['show', 'USAGE_ARGUMENT egov show', '<env> is missing', 'egov show --help shows how it is called'],
    ['list hebei', 'USAGE_ARGUMENT egov list', 'hebei is one too many', 'egov list --help shows how it is called'],
    [
      'synth hebei --out',
      'USAGE_ARGUMENT egov synth',
      '--out <dir> needs a value',
      'egov synth --help shows how it is called',
    ],
    ['--lang fr list', 'USAGE_ARGUMENT egov', '--lang <language> cannot be fr', 'egov --help shows how it is called'],
  ])('egov %s', async (line, place, message, fix) => {
    const { code, out, err } = await run(line);
    expect({ code, out, err }).toEqual({ code: 64, out: [], err: [place, `  ${message}`, `  fix: ${fix}`] });
  });

  test.each(['', 'engines', 'addresses'])(
    '`egov %s` shows the help and says that a command is missing',
    async (line) => {
      const { code, out, err } = await run(line);
      expect({ code, out }).toEqual({ code: 64, out: [] });
      expect(err[0]).toBe(`Usage: egov ${line}${line === '' ? '' : ' '}[options] [command]`);
      expect(err.slice(-2)).toEqual([
        '  a command is missing',
        `  fix: egov${line === '' ? '' : ` ${line}`} --help shows how it is called`,
      ]);
    },
  );

  test('in Chinese where Chinese is asked for, with the same code', async () => {
    expect(await run('--lang zh valdate')).toEqual({
      code: 64,
      out: [],
      err: ['USAGE_COMMAND egov', '  没有命令 valdate', '  处理: 是否应为 validate？'],
    });
    expect((await run('--lang=zh list x')).err[1]).toBe('  多余的参数 x');
  });

  test('as JSON where JSON is asked for, on standard output', async () => {
    const { code, out, err } = await run('valdate --json');
    expect({ code, err }).toEqual({ code: 64, err: [] });
    expect(JSON.parse(out.join('\n'))).toEqual({
      problems: [
        {
          code: 'USAGE_COMMAND',
          at: 'egov',
          message: { en: 'there is no command valdate', zh: '没有命令 valdate' },
          fix: { en: 'did you mean validate?', zh: '是否应为 validate？' },
        },
      ],
    });
  });
});

describe('what goes wrong while a command runs', () => {
  test('a folder of environments that is not there ends with 3', async () => {
    expect(await run('list --environments nowhere')).toEqual({
      code: 3,
      out: [],
      err: [
        'ENV_ROOT nowhere:1:1',
        '  there is no folder nowhere',
        '  fix: run egov where environments/ lies, or name the folder with --environments DIR',
      ],
    });
  });

  test('a defect ends with 1, says that it is ours and what to send, and no secret', async () => {
    const surroundings = { OS_PASSWORD: 'hunter22' };
    const now = (): number => {
      throw new Error('the clock of hunter22 stopped');
    };
    const { code, out, err } = await run('validate suizhou', { surroundings, now });
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(err.slice(0, 4)).toEqual([
      'This is a defect of egov itself. Please send this to its maintainers:',
      expect.stringMatching(/^ {2}egov \d+\.\d+\.\d+ · node v/),
      '  egov validate suizhou',
      '  Error: the clock of *** stopped',
    ]);
    expect(err.join('\n')).not.toContain('hunter22');
  });

  test('a full disk is nobody’s defect', async () => {
    const now = (): number => {
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', path: '/full/file' });
    };
    const { code, err } = await run('validate suizhou', { now });
    expect(code).toBe(5);
    expect(err.slice(0, 2)).toEqual(['SYNTHESIS_DISK_FULL /full/file', '  no space left to write /full/file']);
  });

  test.each([
    ['en', 'interrupted; run the same command again'],
    ['zh', '已中断；重新执行同一命令即可继续'],
  ])('an interruption ends with 6 (%s)', async (language, words) => {
    const signal = AbortSignal.abort();
    expect(await run(`validate suizhou --lang ${language}`, { signal })).toEqual({ code: 6, out: [], err: [words] });
  });
});

describe('help', () => {
  test('names every command and goes to standard output', async () => {
    const { code, out, err } = await run('--help');
    expect({ code, err }).toEqual({ code: 0, err: [] });
    const commands = out.slice(out.indexOf('Commands:') + 1).flatMap((line) => /^ {2}(\w+)/.exec(line)?.[1] ?? []);
    expect(commands).toEqual([...new Set(commandList.map(({ name }) => name.split(' ')[0]))]);
    expect(commands).toEqual(
      expect.arrayContaining(['list', 'validate', 'show', 'synth', 'plan', 'engines', 'explain']),
    );
  });

  test('is in Chinese where Chinese is asked for', async () => {
    const { out } = await run('plan --help --lang zh');
    expect(out.slice(0, 3)).toEqual([
      '用法： egov plan [options] <env>',
      '',
      '生成配置并由 OpenTofu 计划每个堆栈，无需连接云',
    ]);
  });

  test('the version is the one of the package', async () => {
    expect(await run('--version')).toEqual({ code: 0, out: [expect.stringMatching(/^\d+\.\d+\.\d+$/)], err: [] });
  });
});

test('environments come from the working directory, else from the package', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'egov-cli-'));
  try {
    const { out } = await run('list', { folder: empty });
    expect(out.map((line) => line.split(' ')[0])).toContain('suizhou');
  } finally {
    rmSync(empty, { recursive: true });
  }
});

test('a global option may stand before or behind the command', async () => {
  const behind = await run('explain F13 --json');
  expect(await run('--json explain F13')).toEqual(behind);
  expect(JSON.parse(behind.out.join('\n')).code).toBe('F13');
});
