import { findCredentials } from '../../../../deployment/openstack/cloud-credentials';
import { KeystoneSession } from '../../../../deployment/openstack/keystone-session';
import { OpenStackClient } from '../../../../deployment/openstack/openstack-client';
import { type FakeAnswer, FakeCloud } from '../../../support/fake-cloud';

let answer: (path: string) => FakeAnswer | undefined = () => undefined;
const cloud = new FakeCloud((path) => answer(path));
beforeAll(() => cloud.start());
afterAll(() => cloud.stop());
beforeEach(() => {
  answer = () => undefined;
});

const variables = (more: object = {}) => ({
  OS_AUTH_URL: cloud.url,
  OS_USERNAME: 'li',
  OS_PASSWORD: 'hunter22',
  OS_PROJECT_NAME: 'ops',
  ...more,
});
const open = (more: object = {}) =>
  KeystoneSession.open(findCredentials({ surroundings: variables(more), folder: '/nowhere' }));

test('OpenTofu gets the account in variables, with the project by its id and without the name of a cloud', async () => {
  const session = await open();
  const given = session.surroundings({
    PATH: '/bin',
    OS_CLOUD: 'hebei',
    OS_PROJECT_NAME: 'ops',
    OS_TENANT_NAME: 'ops',
  });
  expect(given).toEqual({
    PATH: '/bin',
    OS_AUTH_URL: `${cloud.url}/v3`,
    OS_IDENTITY_API_VERSION: '3',
    OS_PROJECT_ID: 'admin-id',
    OS_ENDPOINT_TYPE: 'public',
    OS_USERNAME: 'admin',
    OS_USER_DOMAIN_ID: 'default',
    OS_PASSWORD: 'hunter22',
  });
  session.close();
});

test.each([
  [{ status: 401, body: { error: { message: 'no such user or password' } } }, 'CLOUD_UNAUTHORIZED'],
  [{ status: 503 }, 'CLOUD_UNREACHABLE'],
  [{ status: 200, body: 'hello' }, 'CLOUD_UNREACHABLE'],
])('an answer %j is a problem that does not tell the password', async (refusal, code) => {
  answer = () => refusal;
  await expect(open()).rejects.toMatchObject({ problems: [{ code }] });
  await expect(open()).rejects.not.toThrow('hunter22');
});

test('nobody at the address is a problem', async () => {
  const nobody = open({ OS_AUTH_URL: 'http://127.0.0.1:9' });
  await expect(nobody).rejects.toMatchObject({ problems: [{ code: 'CLOUD_UNREACHABLE' }] });
});

test('a region that the catalogue lacks is refused; a reader only where something is to be changed', async () => {
  const session = await open();
  expect(session.problems(['r1', 'r2'], true).map(({ code }) => code)).toEqual(['CLOUD_REGION']);
  const withRoles = (...roles: string[]) => {
    const token = { ...session.token, roles: roles.map((name) => ({ name })) };
    return new KeystoneSession(session.credentials, session.connections, '', token, undefined);
  };
  const reader = withRoles('reader', 'cloud-reader', 'load-balancer_global_observer');
  expect(reader.problems(['r1'], true).map(({ code }) => code)).toEqual(['CLOUD_READER']);
  expect([reader.problems(['r1'], false), reader.onlyReads]).toEqual([[], true]);
  const member = withRoles('member', 'load-balancer_member', 'reader');
  expect(member.problems(['r1'], true).map(({ code }) => code)).toEqual(['CLOUD_READER']);
  expect(member.onlyReads).toBe(false);
  expect(withRoles('cloud_operator', 'member').problems(['r1'], true)).toEqual([]);
  session.close();
});

test('lists are read page by page', async () => {
  const session = await open();
  answer = (path) =>
    path === '/v2.0/networks'
      ? {
          body: {
            networks: [{ id: 'a' }],
            networks_links: [{ rel: 'next', href: `${cloud.url}/v2.0/networks?marker=a` }],
          },
        }
      : { body: { networks: [{ id: 'b' }] } };
  const client = new OpenStackClient(session, 'r1');
  expect(await client.list('network', '/v2.0/networks', 'networks')).toEqual([{ id: 'a' }, { id: 'b' }]);
  answer = () => ({ status: 500, body: { message: 'no' } });
  await expect(client.list('network', '/v2.0/ports', 'ports')).rejects.toMatchObject({
    problems: [{ code: 'CLOUD_REFUSED' }],
  });
  answer = () => ({ status: 404 });
  expect(await client.get('network', '/v2.0/ports/1')).toBeUndefined();
  expect(() => new OpenStackClient(session, 'r2').list('network', '/', 'x')).rejects.toThrow('no network in r2');
  session.close();
});
