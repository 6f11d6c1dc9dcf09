import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { halfMade, readJournal } from '../../../deployment/apply-journal';
import { CloudAccess } from '../../../deployment/cloud-access';
import type { Deployment } from '../../../deployment/deployment';
import { DeploymentFolder } from '../../../deployment/deployment-folder';
import { findCredentials } from '../../../deployment/openstack/cloud-credentials';
import { KeystoneSession } from '../../../deployment/openstack/keystone-session';
import { recover } from '../../../deployment/recover';
import { NO_STATE } from '../../../deployment/stack-state';
import { ProblemsError } from '../../../model/problem';
import { temporaryFolder } from '../../support/engines-fake';
import { FakeCloud } from '../../support/fake-cloud';
import { unit } from '../../support/stack-unit';

const NETWORK = 'openstack_networking_network_v2';
const BEGAN = '2026-11-27T02:00:00Z';
const folder = new DeploymentFolder(temporaryFolder());
const stack = unit('planes', { folder: temporaryFolder() });

let networks: readonly object[] = [];
const cloud = new FakeCloud((path) => (path.startsWith('/v2.0/networks') ? { body: { networks } } : undefined));
let session: KeystoneSession;
beforeAll(async () => {
  await cloud.start();
  const surroundings = { OS_AUTH_URL: cloud.url, OS_USERNAME: 'a', OS_PASSWORD: 's', OS_PROJECT_NAME: 'admin' };
  session = await KeystoneSession.open(findCredentials({ surroundings, folder: '/nowhere' }));
  const resource = { [NETWORK]: { office: { name: 'office', tenant_id: 'p1' } } };
  writeFileSync(join(stack.folder, 'cdk.tf.json'), JSON.stringify({ resource }));
});
afterAll(async () => {
  session.close();
  await cloud.stop();
});

const network = (id: string, created: string) => ({ id, name: 'office', project_id: 'p1', created_at: created });
const file = folder.journal(stack.state);

/** An apply whose provider crashed long enough ago, as it made these; what is looked for then. */
async function recovered(...begun: readonly string[]) {
  const lines = begun.flatMap((address) => {
    const hook = { resource: { addr: address }, action: 'create' };
    const diagnostic = { severity: 'error', address, summary: 'Plugin did not respond', detail: '' };
    return [
      { '@timestamp': BEGAN, type: 'apply_start', hook },
      { type: 'diagnostic', diagnostic },
    ];
  });
  mkdirSync(folder.state, { recursive: true });
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  utimesSync(file, 0, 0);
  const deployment: Partial<Deployment> = {
    stacks: [stack],
    folder,
    journal: ({ state }) => readJournal(folder.journal(state)),
    states: async () => new Map([[stack.name, NO_STATE]]),
  };
  const found: string[] = [];
  const error = await recover({
    deployment: deployment as Deployment,
    clouds: new CloudAccess(session),
    onFound: (_, addresses) => void found.push(...addresses),
  }).catch((reason: unknown) => reason);
  const codes = error instanceof ProblemsError ? error.problems.map(({ code }) => code) : [];
  if (error !== undefined && codes.length === 0) throw error;
  const journal = readJournal(file);
  return { found, codes, doubtful: journal === undefined ? [] : halfMade(journal, () => false) };
}

test('what a crashed provider had made is imported by the next plan, beside older things of its name', async () => {
  networks = [network('mine', '2026-11-27T02:00:05'), network('old', '2026-11-01T00:00:00Z')];
  expect(await recovered(`${NETWORK}.office`)).toEqual({ found: [`${NETWORK}.office`], codes: [], doubtful: [] });
  expect(JSON.parse(readFileSync(folder.imports(stack.state), 'utf8'))).toEqual({
    import: [{ to: `${NETWORK}.office`, id: 'mine' }],
  });
});

test('older ones alone are somebody else’s: none is taken, and none is in the way', async () => {
  networks = [network('old 1', '2026-11-01T00:00:00Z'), network('old 2', '2026-11-01T00:00:00Z')];
  expect(await recovered(`${NETWORK}.office`)).toEqual({ found: [], codes: [], doubtful: [`${NETWORK}.office`] });
});

test('two that may be ours are a question for a person', async () => {
  networks = [network('one', '2026-11-27T02:00:05Z'), network('two', '2026-11-27T02:00:06Z')];
  expect(await recovered(`${NETWORK}.office`)).toMatchObject({ found: [], codes: ['DEPLOY_AMBIGUOUS'] });
});

test('what nothing describes any more is not doubted for ever', async () => {
  networks = [];
  expect(await recovered(`${NETWORK}.gone`)).toEqual({ found: [], codes: [], doubtful: [] });
  expect(existsSync(file)).toBe(false);
});
