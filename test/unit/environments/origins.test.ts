import { originsOf } from '../../../environments/origins';
import { readEnvironment } from '../../../environments/read-environment';
import { countyFiles, EnvironmentFolder } from '../../support/environment-folder';

const folder = new EnvironmentFolder({
  suixian: {
    ...countyFiles,
    'zones.yaml': 'extranet:\n  dept: { prefix: 25 }\n',
    'flows.yaml': 'f: { from: extranet/dept, to: extranet/data, ports: [tcp/443, icmp], purpose: 查询 }\n',
  },
});
afterAll(() => folder.remove());

const origins = originsOf(readEnvironment(folder.root, 'suixian'));
const originOf = (path: string) => origins.filter((origin) => origin.path === path);

test('a value that nobody wrote has no place', () => {
  expect(originOf('pools.x86.overcommit.vcpus')).toEqual([
    { path: 'pools.x86.overcommit.vcpus', value: '1', at: undefined },
  ]);
  expect(originOf('planes.extranet.uplinks')).toEqual([
    { path: 'planes.extranet.uplinks', value: '{}', at: undefined },
  ]);
});

test('each layer gives the values that no layer above it gives', () => {
  expect(originOf('extranetUsers[0]')[0]?.at).toBe('environments/defaults.yaml:1:17');
  expect(originOf('flavors.small.vcpus')[0]?.at).toBe('environments/catalogue/flavors.yaml:1:17');
  expect(originOf('zones.extranet.dept.kind')[0]?.at).toBe('environments/profiles/county.yaml:3:19');
  expect(originOf('zones.extranet.dept.prefix')).toEqual([
    { path: 'zones.extranet.dept.prefix', value: '25', at: 'environments/suixian/zones.yaml:2:19' },
  ]);
});

test('a value is shown as it is written, also where the schema parses it', () => {
  expect(originOf('planes.extranet.segments')[0]?.value).toBe('1000-1999');
  expect(originOf('planes.extranet.blocks[1]')[0]?.value).toBe('2001:db8:16::/48');
  expect(originOf('flows.f.ports[1]')[0]).toEqual({
    path: 'flows.f.ports[1]',
    value: 'icmp',
    at: 'environments/suixian/flows.yaml:1:63',
  });
});

test('every path is told once', () => {
  expect(new Set(origins.map(({ path }) => path)).size).toBe(origins.length);
});
