import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '../../../../environments/read-environment';
import { designEnvironment } from '../../../../model/design/design-environment';
import { run, workingFolder } from '../command-line';

const folderOf = () => workingFolder('liaoning', 'profiles', 'defaults.yaml', 'catalogue');
const read = (folder: string, file: string) => readFileSync(join(folder, 'environments/liaoning', file), 'utf8');
const designOf = (folder: string) => designEnvironment(readEnvironment(join(folder, 'environments'), 'liaoning'));
const everything = (folder: string) =>
  readdirSync(join(folder, 'environments/liaoning'), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => [one.name, readFileSync(join(one.parentPath, one.name), 'utf8')]);

describe('what is not renamed', () => {
  test.each([
    ['tenants/finanse treasury', 'RENAME_UNKNOWN tenants/finanse', 'did you mean tenants/finance?'],
    ['zones/extranet/dept office', 'RENAME_KIND zones/extranet/dept', 'name tenants/KEY'],
    ['tenants/finance Treasury', 'RENAME_KEY Treasury', 'did you mean treasury?'],
    ['tenants/finance health', 'RENAME_TAKEN tenants/health', 'choose another key'],
    ['tenants/finance finance', 'RENAME_TAKEN tenants/finance', 'choose another key'],
  ])('%s: %s, and every file is as it was', async (words, problem, fix) => {
    const folder = folderOf();
    const before = everything(folder);
    const { code, err } = await run(`rename liaoning ${words}`, { folder });
    expect({ code, first: err[0] }).toEqual({ code: 3, first: problem });
    expect(err.join('\n')).toContain(fix);
    expect(everything(folder)).toEqual(before);
  });

  test('two mistakes are both named', async () => {
    const { err } = await run('rename liaoning tenants/finanse Treasury', { folder: folderOf() });
    expect(err.filter((line) => line.startsWith('RENAME_'))).toEqual([
      'RENAME_KEY Treasury',
      'RENAME_UNKNOWN tenants/finanse',
    ]);
  });

  test('a name that another thing had before, also where somebody writes it by hand', async () => {
    const folder = folderOf();
    expect(await run('rename liaoning tenants/finance treasury', { folder })).toMatchObject({ code: 0 });
    const again = await run('rename liaoning tenants/health finance', { folder });
    expect([again.code, again.err[0]]).toEqual([3, 'RENAME_TAKEN tenants/finance']);
    writeFileSync(join(folder, 'environments/liaoning/tenants/finance.yaml'), 'name: 财政厅二\nsystems: {}\n');
    const { err } = await run('validate liaoning', { folder });
    expect(err[0]).toMatch(/^MOVED_REUSED environments\/liaoning\/moved.yaml:3:/);
  });

  test('a key behind an alias is left to its writer', async () => {
    const folder = folderOf();
    const file = join(folder, 'environments/liaoning/flows.yaml');
    const text = readFileSync(file, 'utf8');
    const again = [
      'again:',
      '  { from: data-bureau/exchange/centre, to: *end, ports: tcp/8444, purpose: 测试,',
      '    grant: { id: X-1, until: 2027-12-31 } }',
      '',
    ];
    const anchored = text.replace('to: finance/exchange/front', 'to: &end finance/exchange/front');
    writeFileSync(file, anchored + again.join('\n'));
    const { code, err } = await run('rename liaoning tenants/finance treasury', { folder });
    expect(err[0]).toMatch(/^RENAME_ALIAS environments\/liaoning\/flows.yaml:\d+:44$/);
    expect(code).toBe(3);
  });
});

describe('a department with another key', () => {
  test('has it everywhere, with its addresses; comments and flows keep theirs', async () => {
    const folder = folderOf();
    const before = designOf(folder);
    const { code, out } = await run('rename liaoning tenants/finance treasury', { folder });
    expect({ code, files: out.map((line) => line.split(':')[0]?.split('/').slice(2).join('/')) }).toEqual({
      code: 0,
      files: expect.arrayContaining(['moved.yaml', 'addresses.lock.yaml']),
    });
    expect(existsSync(join(folder, 'environments/liaoning/tenants/finance.yaml'))).toBe(false);
    for (const file of ['flows.yaml', 'gap.yaml', 'tenants/treasury.yaml', 'addresses.lock.yaml'])
      expect(read(folder, file)).not.toMatch(/(from|to): finance\/| finance\//);
    const after = designOf(folder);
    const addresses = (design: typeof before) => Object.values(design.ledger.blocks).sort();
    expect(addresses(after)).toEqual(addresses(before));
    expect(after.stacks.find(({ key }) => key === 'tenant-treasury')).toMatchObject({ state: 'tenant-finance' });
  });

  test('with --dry-run it is only shown', async () => {
    const folder = folderOf();
    const before = everything(folder);
    const { code, out, err } = await run('rename liaoning tenants/finance treasury --dry-run', { folder });
    expect(code).toBe(0);
    expect(out.some((line) => /^ {2}\+\d+: - \{ from: tenants\/finance, to: tenants\/treasury, on: /.test(line))).toBe(
      true,
    );
    expect(err).toContain('nothing was written');
    expect(everything(folder)).toEqual(before);
  });

  test('with --json it is one document', async () => {
    const { out } = await run('rename liaoning tenants/finance treasury --dry-run --json', { folder: folderOf() });
    const { environment, written, files } = JSON.parse(out.join('\n'));
    expect({ environment, written, last: files.at(-1).becomes }).toEqual({
      environment: 'liaoning',
      written: false,
      last: 'environments/liaoning/addresses.lock.yaml',
    });
  });
});
