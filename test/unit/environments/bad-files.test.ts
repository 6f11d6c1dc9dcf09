import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '../../../environments/read-environment';
import type { ProblemsError } from '../../../model/problem';
import { countyFiles, EnvironmentFolder, type Files, sharedFiles } from '../../support/environment-folder';
import { folderWith, problem, problemsIn } from '../../support/environment-problems';

const environment = String(countyFiles['environment.yaml']);
const planes = String(countyFiles['planes.yaml']);
const pools = String(countyFiles['pools.yaml']);
const tenant = String(countyFiles['tenants/finance.yaml']);

describe('files', () => {
  test.each<[string, Files, string]>([
    [
      'an empty file',
      { 'flows.yaml': '# nothing yet\n' },
      'FILE_EMPTY flows.yaml:1:1 · flows.yaml says nothing · write its keys, {} for none, or delete the file',
    ],
    [
      'a file of five megabytes',
      { 'flows.yaml': Buffer.alloc(5 * 1024 * 1024, 'a') },
      'FILE_TOO_LARGE flows.yaml:1:1 · the file has 5242880 bytes, at most 1048576 are read · one object per file: move departments to files of their own',
    ],
    [
      'a tab',
      { 'gap.yaml': 'devices:\n\tgap-1: {}\n' },
      'YAML_TAB gap.yaml:2:1 · a tab stands where only spaces may indent · replace the tab by two spaces',
    ],
    [
      'several documents',
      { 'flows.yaml': '{}\n---\n{}\n' },
      'YAML_DOCUMENTS flows.yaml:2:1 · a second document begins here · move it to a file of its own, or remove the ---',
    ],
    [
      'an encoding that is not UTF-8',
      {
        'tenants/finance.yaml': Buffer.concat([
          Buffer.from('# x\nname: '),
          Buffer.from([0xb2, 0xc6, 0xd5, 0xfe, 0x0a]),
        ]),
      },
      'FILE_ENCODING tenants/finance.yaml:2:7 · byte 10 is not UTF-8 · save the file as UTF-8, for example: iconv -f GB18030 -t UTF-8 FILE',
    ],
    [
      'a merge key',
      { 'flows.yaml': 'a: &a { from: x }\nb: { <<: *a }\n' },
      'YAML_MERGE_KEY flows.yaml:2:6 · merge keys (<<) are not read · write the values out, or move them to the profile',
    ],
    [
      'an alias of nothing',
      { 'flows.yaml': 'a: *frist\n' },
      'YAML_ALIAS flows.yaml:1:4 · *frist repeats no anchor before it · set the anchor &frist before it, or put a text that starts with * in quotes',
    ],
    [
      'a file with a name like one that is read',
      { 'plane.yaml': 'x: 1\n' },
      'FILE_UNKNOWN plane.yaml:1:1 · plane.yaml is no file of an environment · rename it to planes.yaml',
    ],
    [
      'the other ending of YAML',
      { 'gap.yml': '{}\n' },
      'FILE_UNKNOWN gap.yml:1:1 · gap.yml is no file of an environment · rename it to gap.yaml',
    ],
    [
      'a folder with a name like tenants',
      { 'tenant/health.yaml': tenant },
      'FILE_UNKNOWN tenant:1:1 · tenant is no file of an environment · rename it to tenants',
    ],
    [
      'two tenants with one key in different case',
      { 'tenants/Finance.yaml': tenant },
      'TENANT_TWICE tenants/Finance.yaml:1:1 · environments/suixian/tenants/finance.yaml already describes tenant finance · merge the two files, or give one another key',
    ],
    [
      'a tenant whose file gives no key',
      { 'tenants/Public_Health.yaml': tenant },
      'TENANT_FILE tenants/Public_Health.yaml:1:1 · Public_Health.yaml gives no key: a key has up to 24 lower-case letters, digits and single hyphens and starts with a letter · rename it to public-health.yaml',
    ],
    [
      'an unknown profile, without what it would have given',
      { 'environment.yaml': environment.replace('profile: county', 'profile: country') },
      'PROFILE_UNKNOWN environment.yaml:3:10 · there is no profile "country" · did you mean county?',
    ],
    [
      'a section that is a list of keys',
      { 'environment.yaml': '- adcode\n' },
      'ENV_TYPE environment.yaml:1:1 · environment.yaml: got a list, expected keys with values · write keys with values',
    ],
  ])('%s', (_, files, expected) => {
    expect(problem(files)).toBe(expected);
  });

  test('aliases that expand without bound stop at a limit', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 9; i++)
      lines.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    expect(problem({ 'flows.yaml': `${lines.join('\n')}\n` })).toBe(
      'YAML_ALIASES flows.yaml:5:15 · the aliases expand to more than 20000 values · write the values out',
    );
  });

  test('brackets without end stop at a limit', () => {
    expect(problem({ 'flows.yaml': `a: ${'['.repeat(400)}${']'.repeat(400)}\n` })).toMatch(
      /^YAML_DEPTH flows\.yaml:1:\d+ · nested deeper than 32 levels · /,
    );
  });

  test('a missing file says which schema its first line names', () => {
    const { 'planes.yaml': _, ...rest } = countyFiles;
    const other = new EnvironmentFolder({ 'guangxi/rong': rest });
    const found = problemsIn(other, 'guangxi/rong');
    other.remove();
    expect(found).toEqual([
      'FILE_MISSING guangxi/rong/planes.yaml:1:1 · planes.yaml is missing · create planes.yaml, with `# yaml-language-server: $schema=../../schema/planes.schema.json` as its first line',
    ]);
  });

  test('what is missing is not reported where the file that may say it could not be read', () => {
    expect(problem({ 'environment.yaml': 'adcode: "421321\n' })).toMatch(/^YAML_SYNTAX environment\.yaml:/);
    expect(problem({ 'planes.yaml': '' })).toMatch(/^FILE_EMPTY planes\.yaml:1:1/);
  });

  test('a problem in a shared file has the place of the shared file', () => {
    const folder = folderWith({}, { ...sharedFiles, 'profiles/county.yaml': 'zone: {}\nzones: {}\n' });
    expect(problemsIn(folder)).toEqual([
      'ENV_KEY_UNKNOWN profiles/county.yaml:1:1 · unknown key zone · use one of: ' +
        'adcode, name, profile, mlps, synthetic, domain, provider, contract, sites, cloud, contacts, supervision and 24 more',
    ]);
  });

  test('all problems of all files are reported in one pass, in the order of the files', () => {
    const files = {
      'planes.yaml': `${planes}  x: 1\n`,
      'flows.yaml': '',
      'pools.yaml': pools.replace('hosts: 4', 'hosts: "4"'),
    };
    expect(problemsIn(folderWith(files)).map((line) => line.split(' · ')[0])).toEqual([
      'FILE_EMPTY flows.yaml:1:1',
      'ENV_KEY_UNKNOWN planes.yaml:5:3',
      'ENV_TYPE pools.yaml:1:55',
    ]);
  });

  test('a link out of the folder is not followed', () => {
    const folder = folderWith({});
    symlinkSync('/etc/passwd', join(folder.root, 'suixian/flows.yaml'));
    symlinkSync('/etc/passwd', join(folder.root, 'suixian/tenants/health.yaml'));
    expect(problemsIn(folder).map((line) => line.split(' · ').slice(0, 2).join(' · '))).toEqual([
      'FILE_OUTSIDE flows.yaml:1:1 · the link leads out of the folder of environments',
      'FILE_OUTSIDE tenants/health.yaml:1:1 · the link leads out of the folder of environments',
    ]);
  });

  test('a link to itself and a link to nothing cannot be read', () => {
    const folder = folderWith({});
    symlinkSync('flows.yaml', join(folder.root, 'suixian/flows.yaml'));
    symlinkSync('absent', join(folder.root, 'suixian/gap.yaml'));
    expect(problemsIn(folder)).toEqual([
      'FILE_UNREADABLE flows.yaml:1:1 · the link leads back to itself · remove the link, or point it to a file',
      'FILE_UNREADABLE gap.yaml:1:1 · the link leads to no file · remove the link, or point it to a file',
    ]);
  });

  test('a link to a file of another environment is read', () => {
    const folder = folderWith({});
    folder.write({ 'other.d/flows.yaml': 'f: { from: a, to: b, ports: icmp, purpose: p }\n' });
    symlinkSync('../other.d/flows.yaml', join(folder.root, 'suixian/flows.yaml'));
    expect(Object.keys(readEnvironment(folder.root, 'suixian').values.flows)).toEqual(['f']);
  });

  test('a byte order mark and Windows line ends change neither values nor places', () => {
    const windows = (text: string) => `\uFEFF${text.replace(/\n/g, '\r\n')}`;
    const folder = folderWith({ 'planes.yaml': windows(planes) });
    const read = readEnvironment(folder.root, 'suixian');
    expect(read.values.planes['extranet']?.physnet).toBe('physnet-extranet');
    expect(read.placeOf(['planes', 'extranet', 'segments'])).toBe('environments/suixian/planes.yaml:3:13');
  });
});

test('every message and every repair is said in Chinese too', () => {
  const files = {
    'environment.yaml': environment.replace('mlps: 2', 'mlps: "2"').replace('suixian.gov.example', 'X'),
    'planes.yaml': `${planes}  uplink: 1\n`,
    'zones.yaml': 'extranet: { dept: { prefix: 30, kind: Z, block: "::/0" } }\n',
    'tenants/finance.yaml': tenant.replace('name: 财政局', 'name: ""'),
    'flows.yaml': '',
  };
  try {
    readEnvironment(folderWith(files).root, 'suixian');
  } catch (error) {
    const { problems } = error as ProblemsError;
    expect(problems).toHaveLength(8);
    for (const { message, fix } of problems)
      expect([message.zh, fix.zh].filter((text) => !/[\u4e00-\u9fff]/.test(text))).toEqual([]);
    return;
  }
  throw new Error('the environment was read');
});
