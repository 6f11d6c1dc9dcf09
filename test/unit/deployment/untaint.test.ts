import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJournal } from '../../../deployment/apply-journal';
import { CloudAccess } from '../../../deployment/cloud-access';
import type { Deployment } from '../../../deployment/deployment';
import { findCredentials } from '../../../deployment/openstack/cloud-credentials';
import { KeystoneSession } from '../../../deployment/openstack/keystone-session';
import { NO_STATE, type StackState } from '../../../deployment/stack-state';
import { untaint } from '../../../deployment/untaint';
import { temporaryFolder } from '../../support/engines-fake';
import { type FakeAnswer, FakeCloud } from '../../support/fake-cloud';
import { unit } from '../../support/stack-unit';

const SUBNET = 'openstack_networking_subnet_v2';
const VOLUME = 'openstack_blockstorage_volume_v3';
const file = join(temporaryFolder(), 'planes.journal');
const planes = unit('planes');

let volume: FakeAnswer = {};
const cloud = new FakeCloud((path) => (path.startsWith('/volumes/') ? volume : undefined));
let session: KeystoneSession;
beforeAll(async () => {
  await cloud.start();
  const surroundings = { OS_AUTH_URL: cloud.url, OS_USERNAME: 'a', OS_PASSWORD: 's', OS_PROJECT_NAME: 'admin' };
  session = await KeystoneSession.open(findCredentials({ surroundings, folder: '/nowhere' }));
});
afterAll(async () => {
  session.close();
  await cloud.stop();
});

/** What an apply wrote that began to make a resource, and was told this by the cloud. */
function failedMaking(address: string, detail: string) {
  const hook = { resource: { addr: address }, action: 'create' };
  const lines = [
    { type: 'apply_start', hook },
    { type: 'apply_errored', hook },
    { type: 'diagnostic', diagnostic: { address, summary: 'Error creating', detail } },
  ];
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  const journal = readJournal(file);
  if (journal === undefined) throw new Error('no journal');
  return journal;
}

/** A state of one resource under its address of today. */
function stateOf(type: string, more: { readonly tainted?: boolean; readonly address?: string } = {}): StackState {
  const address = `${type}.a`;
  return {
    ...NO_STATE,
    resources: new Map([[address, { address, type, id: 'i', tainted: true, attributes: {}, ...more }]]),
  };
}

/** What is untainted, by its address in the state, and what is said to be kept. */
async function untainted(state: StackState, journal = failedMaking(`${SUBNET}.a`, 'got 500'), stack = planes) {
  const given: string[] = [];
  const tofu = { untaint: async (_: unknown, address: string) => void given.push(address) };
  const deployment = { prepare: async () => {}, tofuOf: () => tofu } as unknown as Deployment;
  const kept = await untaint({ deployment, clouds: new CloudAccess(session), stack, state, journal });
  return [given, kept];
}

test.each(['got 409 instead: in use', 'got 500 instead', 'EOF'])(
  'a subnet behind whose making came "%s" is kept',
  async (detail) => {
    expect(await untainted(stateOf(SUBNET), failedMaking(`${SUBNET}.a`, detail))).toEqual([
      [`${SUBNET}.a`],
      [`${SUBNET}.a`],
    ]);
  },
);

test('what was tainted by hand is meant, and stays so', async () => {
  expect(await untainted(stateOf(SUBNET), failedMaking(`${SUBNET}.b`, 'got 500'))).toEqual([[], []]);
});

test('what is whole needs nothing', async () => {
  expect(await untainted(stateOf(SUBNET, { tainted: false }))).toEqual([[], []]);
});

test('what is not protected is made anew', async () => {
  const port = 'openstack_networking_port_v2';
  expect(await untainted(stateOf(port), failedMaking(`${port}.a`, 'got 500'))).toEqual([[], []]);
  const journal = failedMaking(`${SUBNET}.a`, 'got 500');
  expect(await untainted(stateOf(SUBNET), journal, unit('tenant-finance'))).toEqual([[], []]);
});

test('after a renaming the state is told the address that it knows', async () => {
  expect(await untainted(stateOf(SUBNET, { address: `${SUBNET}.former` }))).toEqual([
    [`${SUBNET}.former`],
    [`${SUBNET}.a`],
  ]);
});

test.each([
  ['available', 1],
  ['in-use', 1],
  ['creating', 0],
  ['error', 0],
])('a volume that is %s is whole or not', async (status, count) => {
  volume = { body: { volume: { status } } };
  const [given] = await untainted(stateOf(VOLUME), failedMaking(`${VOLUME}.a`, 'got 500'), unit('tenant-finance'));
  expect(given).toHaveLength(count);
});

test('a volume that is gone is not whole', async () => {
  volume = { status: 404, body: {} };
  expect(await untainted(stateOf(VOLUME), failedMaking(`${VOLUME}.a`, 'got 500'))).toEqual([[], []]);
});
