import { readEnvironment } from '../../../environments/read-environment';
import { countyFiles, EnvironmentFolder } from '../../support/environment-folder';

const folder = new EnvironmentFolder();
afterAll(() => folder.remove());

test('all layers of a county give one environment', () => {
  const { id, values } = readEnvironment(folder.root, 'suixian');
  expect(id).toBe('suixian');
  expect(values.name).toBe('随县');
  expect(values.extranetUsers.map(String)).toEqual(['59.192.0.0/10']);
  expect(Object.keys(values.zones['extranet'] ?? {})).toEqual(['dept', 'data']);
  expect(values.flavors).toEqual({ small: { vcpus: 2, memoryGiB: 4, diskGiB: 40 } });
  expect(values.tenants['finance']?.quota).toBe('standard');
});

test('a place is that of the value in the file that gave it', () => {
  const environment = readEnvironment(folder.root, 'suixian');
  expect(environment.placeOf(['planes', 'extranet', 'blocks', 1])).toBe('environments/suixian/planes.yaml:4:26');
  expect(environment.placeOf(['zones', 'extranet', 'data'])).toBe('environments/profiles/county.yaml:4:5');
  expect(environment.placeOf(['zones', 'extranet', 'data', 'prefix'])).toBe('environments/profiles/county.yaml:4:35');
});

test('the place of what nobody wrote is that of the nearest thing around it', () => {
  const environment = readEnvironment(folder.root, 'suixian');
  expect(environment.placeOf(['pools', 'x86', 'overcommit', 'vcpus'])).toBe('environments/suixian/pools.yaml:1:1');
  expect(environment.placeOf(['waivers'])).toBe('environments/suixian/environment.yaml:1:1');
});

test('what a folder lacks of the shared files comes from the package', () => {
  const own = new EnvironmentFolder(
    { suixian: countyFiles },
    { 'catalogue/flavors.yaml': 'tiny: { vcpus: 1, memoryGiB: 1 }\n' },
  );
  try {
    const environment = readEnvironment(own.root, 'suixian');
    expect(Object.keys(environment.values.flavors)).toEqual(['tiny']);
    expect(environment.placeOf(['quotas'])).toMatch(/^egov\/environments\/catalogue\/quotas\.yaml:\d+:\d+$/);
  } finally {
    own.remove();
  }
});

test('a shared file that changes is read again', () => {
  const own = new EnvironmentFolder();
  try {
    expect(readEnvironment(own.root, 'suixian').values.extranetUsers).toHaveLength(1);
    own.write({ 'defaults.yaml': 'extranetUsers: []\n' });
    expect(readEnvironment(own.root, 'suixian').values.extranetUsers).toEqual([]);
  } finally {
    own.remove();
  }
});

test('reading one environment changes nothing in another that shares its layers', () => {
  const own = new EnvironmentFolder({
    a: { ...countyFiles, 'zones.yaml': 'extranet: { dept: { prefix: 20 } }\n' },
    b: countyFiles,
  });
  try {
    expect(readEnvironment(own.root, 'a').values.zones['extranet']?.['dept']?.prefix).toBe(20);
    expect(readEnvironment(own.root, 'b').values.zones['extranet']?.['dept']?.prefix).toBe(24);
  } finally {
    own.remove();
  }
});
