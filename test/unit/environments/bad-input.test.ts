import { countyFiles, type Files } from '../../support/environment-folder';
import { problem } from '../../support/environment-problems';

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
