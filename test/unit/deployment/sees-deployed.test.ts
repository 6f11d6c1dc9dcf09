import { CloudAccess } from '../../../deployment/cloud-access';
import type { Deployment } from '../../../deployment/deployment';
import { findCredentials } from '../../../deployment/openstack/cloud-credentials';
import { KeystoneSession } from '../../../deployment/openstack/keystone-session';
import { seesDeployed } from '../../../deployment/sees-deployed';
import { type FakeAnswer, FakeCloud } from '../../support/fake-cloud';
import { unit } from '../../support/stack-unit';

let answers: Readonly<Record<string, FakeAnswer>> = {};
const cloud = new FakeCloud((path) => answers[path]);
let session: KeystoneSession;
beforeAll(async () => {
  await cloud.start();
  const surroundings = {
    OS_AUTH_URL: cloud.url,
    OS_USERNAME: 'reader',
    OS_PASSWORD: 'secret',
    OS_PROJECT_NAME: 'admin',
  };
  session = await KeystoneSession.open(findCredentials({ surroundings, folder: '/nowhere' }));
});
afterAll(async () => {
  session.close();
  await cloud.stop();
});

const resource = (type: string, id: string) => [`${type}.a`, { type, id, tainted: false, attributes: {} }] as const;
const deployed = (...resources: ReturnType<typeof resource>[]) =>
  ({
    stacks: [unit('planes')],
    states: async () => new Map([['planes', { serial: 1, lineage: '', outputs: {}, resources: new Map(resources) }]]),
  }) as unknown as Deployment;
const both = deployed(
  resource('openstack_identity_project_v3', 'p1'),
  resource('openstack_networking_network_v2', 'n1'),
);
const project = { '/v3/projects/p1': { body: { project: {} } } };

test.each([
  ['may not ask for a project', { '/v3/projects/p1': { status: 403, body: {} } }],
  ['is told that a network is not there', { ...project, '/v2.0/networks/n1': { status: 404, body: {} } }],
])('an account that %s does not see', async (_what, given: Readonly<Record<string, FakeAnswer>>) => {
  answers = given;
  expect(await seesDeployed(both, new CloudAccess(session))).toBe(false);
});

test('an account that gets both sees; so does everybody where nothing is deployed', async () => {
  answers = { ...project, '/v2.0/networks/n1': { body: { network: {} } } };
  expect(await seesDeployed(both, new CloudAccess(session))).toBe(true);
  answers = {};
  expect(await seesDeployed(deployed(), new CloudAccess(session))).toBe(true);
});

test('a cloud that does not answer is a problem, and no account that sees nothing', async () => {
  const far = { ...both, stacks: [unit('planes', { region: 'r2' })] } as unknown as Deployment;
  await expect(seesDeployed(far, new CloudAccess(session))).rejects.toThrow('CLOUD_UNREACHABLE');
});
