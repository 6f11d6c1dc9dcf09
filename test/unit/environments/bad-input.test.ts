import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '../../../environments/read-environment';
import { ProblemsError } from '../../../model/problem';
import { countyFiles, EnvironmentFolder, type Files, sharedFiles } from '../../support/environment-folder';

const folders: EnvironmentFolder[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

function folderWith(changes: Files, shared: Files = sharedFiles): EnvironmentFolder {
  const folder = new EnvironmentFolder({ suixian: { ...countyFiles, ...changes } }, shared);
  folders.push(folder);
  return folder;
}

/** `CODE place · message · fix` of every problem; the place without the folder of the environment. */
function problemsIn({ root }: EnvironmentFolder, id = 'suixian'): string[] {
  try {
    readEnvironment(root, id);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map(
      ({ code, at, message, fix }) =>
        `${code} ${at.replace(/^environments\/(suixian\/)?/, '')} · ${message.en} · ${fix.en}`,
    );
  }
}

/** The only problem that a changed file gives. */
function problem(changes: Files): string {
  const found = problemsIn(folderWith(changes));
  return found.length === 1 ? String(found[0]) : `${found.length} problems:\n${found.join('\n')}`;
}

const environment = String(countyFiles['environment.yaml']);
const planes = String(countyFiles['planes.yaml']);
const pools = String(countyFiles['pools.yaml']);
const tenant = String(countyFiles['tenants/finance.yaml']);

describe('keys', () => {
  test.each<[string, Files, string]>([
    [
      'an unknown key says which was meant',
      { 'planes.yaml': planes.replace('physnet:', 'physnets:').replace('extranet:', 'extranet:\n  physnet: p') },
      'ENV_KEY_UNKNOWN planes.yaml:3:3 · unknown key physnets · use one of: role, site, physnet, segmentation, segments, blocks, reachable, peakMbps, uplinks',
    ],
    [
      'an unknown key like a free one offers it',
      { 'planes.yaml': `${planes}  uplink: {}\n` },
      'ENV_KEY_UNKNOWN planes.yaml:5:3 · unknown key uplink · did you mean uplinks?',
    ],
    [
      'a section in environment.yaml says its own file',
      { 'environment.yaml': `${environment}planes: {}\n` },
      'ENV_KEY_UNKNOWN environment.yaml:10:1 · unknown key planes · move it to planes.yaml',
    ],
    [
      'tenants in environment.yaml belong to files of their own',
      { 'environment.yaml': `${environment}tenants: {}\n` },
      'ENV_KEY_UNKNOWN environment.yaml:10:1 · unknown key tenants · move it to tenants/<key>.yaml',
    ],
    [
      'a duplicate key says where the first is',
      { 'planes.yaml': `${planes}  segments: 1-2\n` },
      'YAML_DUPLICATE_KEY planes.yaml:5:3 · segments is already written at environments/suixian/planes.yaml:3:3 · remove one of the two, or rename it',
    ],
    [
      'a key that leaves its folder is none',
      { 'flows.yaml': '../x: { from: a, to: b, ports: tcp/1, purpose: p }\n' },
      'ENV_KEY_INVALID flows.yaml:1:1 · "../x" is no key here: expected a key of up to 24 lower-case letters, digits and single hyphens that starts with a letter · did you mean x?',
    ],
    [
      'a key in upper case is none',
      { 'pools.yaml': pools.replace('x86:', 'X86-New:') },
      'ENV_KEY_INVALID pools.yaml:1:1 · "X86-New" is no key here: expected a key of up to 24 lower-case letters, digits and single hyphens that starts with a letter · did you mean x86-new?',
    ],
    [
      'a missing key says what it takes',
      { 'environment.yaml': environment.replace('mlps: 2\n', '') },
      'ENV_MISSING environment.yaml:1:1 · mlps is missing · add `mlps:` with a protection level: 2, 3 or 4',
    ],
    [
      'a key that is missing inside is missing at the key around it',
      { 'tenants/finance.yaml': tenant.replace(', zone: dept', '') },
      'ENV_MISSING tenants/finance.yaml:7:7 · zone is missing · add `zone:` with a key of up to 24 lower-case letters, digits and single hyphens that starts with a letter',
    ],
    [
      'the name of prototypes is no key',
      { 'flows.yaml': '__proto__: { from: a }\n' },
      'ENV_KEY_INVALID flows.yaml:1:1 · __proto__ is no key here: expected a short text · choose such a key',
    ],
  ])('%s', (_, files, expected) => {
    expect(problem(files)).toBe(expected);
  });
});

describe('values', () => {
  const plane = (line: string) => ({ 'planes.yaml': `${planes}  ${line}\n` });
  const root = (from: string, to: string) => ({ 'environment.yaml': environment.replace(from, to) });
  const block = 'an IPv4 or IPv6 block without host bits, such as 10.16.0.0/20';
  test.each<[string, Files, string]>([
    [
      'a division code without quotes is a number',
      root('adcode: "421321"\nname', 'adcode: 421321\nname'),
      'ENV_TYPE environment.yaml:1:9 · adcode: got the number 421321, expected six digits in quotes, such as "130000" (GB/T 2260) · put it in quotes: "421321"',
    ],
    [
      'a number in quotes is a text',
      root('mlps: 2', 'mlps: "2"'),
      'ENV_TYPE environment.yaml:4:7 · mlps: got the text "2", expected a protection level: 2, 3 or 4 · remove the quotes: 2',
    ],
    [
      'a level that does not exist',
      root('mlps: 2', 'mlps: 5'),
      'ENV_VALUE environment.yaml:4:7 · mlps: got 5, expected a protection level: 2, 3 or 4 · write a protection level: 2, 3 or 4',
    ],
    [
      'yes is a text in YAML 1.2',
      root('mlps: 2', 'mlps: 2\nsynthetic: yes'),
      'ENV_TYPE environment.yaml:5:12 · synthetic: got the text "yes", expected true or false · write true',
    ],
    [
      'a block with host bits names the block that holds it',
      plane('reachable: [10.0.0.5/24]'),
      `ENV_VALUE planes.yaml:5:15 · planes.extranet.reachable[0]: got "10.0.0.5/24", expected ${block} · write 10.0.0.0/24, the block that holds it`,
    ],
    [
      'an address without a length is a block of one',
      plane('reachable: ["2001:db8::1"]'),
      `ENV_VALUE planes.yaml:5:15 · planes.extranet.reachable[0]: got "2001:db8::1", expected ${block} · write 2001:db8::1/128 for this one address`,
    ],
    [
      'a block alone where a list stands',
      plane('reachable: 10.0.0.0/24'),
      'ENV_TYPE planes.yaml:5:14 · planes.extranet.reachable: got the text "10.0.0.0/24", expected a list · make it a list: ["10.0.0.0/24"]',
    ],
    [
      'IPv6 where IPv4 stands',
      { 'zones.yaml': 'extranet:\n  dept: { block: "2001:db8::/32" }\n' },
      'ENV_VALUE zones.yaml:2:18 · zones.extranet.dept.block: got "2001:db8::/32", expected an IPv4 block without host bits, such as 10.16.0.0/20 · 2001:db8::/32 is IPv6: write an IPv4 block such as 10.16.0.0/20',
    ],
    [
      'an enumeration offers what was meant',
      plane('segmentation: vxlam'),
      'ENV_VALUE planes.yaml:5:17 · planes.extranet.segmentation: got "vxlam", expected one of: vlan, vxlan, geneve · did you mean vxlan?',
    ],
    [
      'a fraction where a whole number stands',
      plane('uplinks: { a: { carrier: unicom, mbps: 1.5 } }'),
      'ENV_TYPE planes.yaml:5:42 · planes.extranet.uplinks.a.mbps: got the number 1.5, expected a whole number · write a whole number',
    ],
    [
      'a number over its limit',
      { 'zones.yaml': 'extranet: { dept: { prefix: 30 } }\n' },
      'ENV_VALUE zones.yaml:1:29 · zones.extranet.dept.prefix: got 30, expected a number of at most 28 · write a number of at most 28',
    ],
    [
      'a number that must be positive',
      { 'pools.yaml': pools.replace('hosts: 4', 'hosts: 0') },
      'ENV_VALUE pools.yaml:1:55 · pools.x86.hosts: got 0, expected a number of at least 1 · write a number of at least 1',
    ],
    [
      'an empty text',
      { 'tenants/finance.yaml': tenant.replace('name: 财政局', 'name: ""') },
      'ENV_VALUE tenants/finance.yaml:1:7 · tenants.finance.name: got "", expected a text that is not empty · write a text that is not empty',
    ],
    [
      'a text that is too long is shortened in the message',
      { 'tenants/finance.yaml': tenant.replace('财政局', 'x'.repeat(65)) },
      `ENV_VALUE tenants/finance.yaml:1:7 · tenants.finance.name: got "${'x'.repeat(58)}…, expected a text of at most 64 characters · write a text of at most 64 characters`,
    ],
    [
      'an empty list where one entry is the least',
      { 'planes.yaml': planes.replace(/blocks: .*/, 'blocks: []') },
      'ENV_VALUE planes.yaml:4:3 · planes.extranet.blocks: got a list, expected at least 1 entry · write at least 1 entry',
    ],
    [
      'nothing where something stands',
      { 'planes.yaml': planes.replace(/physnet: .*/, 'physnet:') },
      'ENV_TYPE planes.yaml:2:11 · planes.extranet.physnet: got nothing, expected a text · write a text',
    ],
    [
      'a list where an object stands',
      { 'pools.yaml': '- x86\n' },
      'ENV_TYPE pools.yaml:1:1 · pools: got a list, expected keys with values · write keys with values',
    ],
    [
      'a port that does not exist, of one',
      { 'flows.yaml': 'f: { from: a, to: b, ports: tcp/0, purpose: p }\n' },
      'ENV_VALUE flows.yaml:1:29 · flows.f.ports: got "tcp/0", expected tcp/443, udp/5000-5010 or icmp, or a list of such · write tcp/443, udp/5000-5010 or icmp, or a list of such',
    ],
    [
      'a port that does not exist, of several',
      { 'flows.yaml': 'f: { from: a, to: b, ports: [tcp/1, tcp/9-8], purpose: p }\n' },
      'ENV_VALUE flows.yaml:1:37 · flows.f.ports[1]: got "tcp/9-8", expected tcp/443, udp/5000-5010 or icmp, ports 1 to 65535 in order · write tcp/443, udp/5000-5010 or icmp, ports 1 to 65535 in order',
    ],
    [
      'a form that only the schema describes',
      root('suixian.gov.example', 'Suixian'),
      'ENV_VALUE environment.yaml:5:9 · domain: got "Suixian", expected DNS suffix of the cloud, such as hebei.gov.example · write DNS suffix of the cloud, such as hebei.gov.example',
    ],
  ])('%s', (_, files, expected) => {
    expect(problem(files)).toBe(expected);
  });
});

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
    const folder = folderWith({});
    const { 'planes.yaml': _, ...rest } = countyFiles;
    const other = new EnvironmentFolder({ 'guangxi/rong': rest });
    folders.push(folder, other);
    expect(problemsIn(other, 'guangxi/rong')).toEqual([
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
