import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCredentials } from '../../../../deployment/openstack/cloud-credentials';
import { ProblemsError } from '../../../../model/problem';
import { temporaryFolder } from '../../../support/engines-fake';

const folder = temporaryFolder();
const file = join(folder, 'clouds.yaml');
const find = (surroundings: Record<string, string>, more: object = {}) =>
  findCredentials({ surroundings: { HOME: '/nowhere', ...surroundings }, folder: '/nowhere', ...more });

function codesOf(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems.map(({ code }) => code);
    throw error;
  }
}

const cloud = (auth: string, more = '') => `clouds:\n  hebei:\n    auth: { ${auth} }\n${more}`;
const whole = 'auth_url: "http://k:5000", username: li, password: 123456, project_name: ops, user_domain_name: gov';

test('a cloud of clouds.yaml, with a password that looks like a number', () => {
  writeFileSync(file, cloud(whole, '    interface: internal\n    verify: false\n'));
  expect(find({ OS_CLIENT_CONFIG_FILE: file }, { cloud: 'hebei' })).toEqual({
    cloud: 'hebei',
    authUrl: 'http://k:5000/v3',
    user: { name: 'li', domain: { name: 'gov' } },
    password: '123456',
    token: undefined,
    project: { name: 'ops', domain: { id: 'default' } },
    interface: 'internal',
    tls: { verify: false },
  });
});

test('secure.yaml beside it adds the password', () => {
  writeFileSync(file, cloud('auth_url: "http://k/v3/", username: li, project_id: p1'));
  writeFileSync(join(folder, 'secure.yaml'), cloud('password: hidden'));
  const { password, authUrl, project } = find({ OS_CLIENT_CONFIG_FILE: file, OS_CLOUD: 'hebei' });
  expect([password, authUrl, project]).toEqual(['hidden', 'http://k/v3', { id: 'p1' }]);
  writeFileSync(join(folder, 'secure.yaml'), 'clouds: {}\n');
});

test('variables do where no cloud is named', () => {
  const variables = { OS_AUTH_URL: 'http://k', OS_USERNAME: 'li', OS_PASSWORD: 'x', OS_PROJECT_NAME: 'ops' };
  expect(find(variables)).toMatchObject({ cloud: 'OS_*', user: { name: 'li', domain: { id: 'default' } } });
});

test('the sandbox is known without a file of the user, and the user may have another of that name', () => {
  writeFileSync(file, 'clouds: { sandbox: { auth: { auth_url: "http://own", token: t, project_id: p } } }\n');
  const further = join(folder, 'sandbox.yaml');
  writeFileSync(
    further,
    'clouds: { sandbox: { auth: { auth_url: "http://127.0.0.1:5000", token: t, project_id: p } } }\n',
  );
  expect(find({}, { cloud: 'sandbox', further }).authUrl).toBe('http://127.0.0.1:5000/v3');
  expect(find({ OS_CLIENT_CONFIG_FILE: file }, { cloud: 'sandbox', further }).authUrl).toBe('http://own/v3');
});

test.each([
  ['no cloud at all', {}, {}, ['CLOUD_UNNAMED']],
  ['a cloud that no file names', {}, { cloud: 'elsewhere' }, ['CLOUD_UNKNOWN']],
  [
    'variables without a project',
    { OS_AUTH_URL: 'http://k', OS_USERNAME: 'li', OS_PASSWORD: 'x' },
    {},
    ['CLOUD_CREDENTIALS'],
  ],
  [
    'an application credential',
    { OS_AUTH_URL: 'http://k', OS_APPLICATION_CREDENTIAL_ID: 'a', OS_APPLICATION_CREDENTIAL_SECRET: 's' },
    {},
    ['CLOUD_APPLICATION_CREDENTIAL'],
  ],
])('%s is refused', (_, surroundings, more, codes) => {
  expect(codesOf(() => find(surroundings as Record<string, string>, more))).toEqual(codes);
});

test.each(['clouds: [', 'a: 1\n', ''])('a clouds.yaml that reads %j is refused and not quoted', (text) => {
  writeFileSync(file, text);
  expect(codesOf(() => find({ OS_CLIENT_CONFIG_FILE: file, OS_CLOUD: 'hebei' }))).toEqual(['CLOUD_FILE']);
});
