import { stateBackend } from '../../../deployment/state-backend';

const s3 = {
  EGOV_STATE_BACKEND: 's3',
  EGOV_STATE_BUCKET: 'states',
  AWS_ACCESS_KEY_ID: 'a',
  AWS_SECRET_ACCESS_KEY: 'hidden',
};

test('states lie in files beside the synthesis unless something else is said', () => {
  expect(stateBackend('hebei', {}).blockFor('planes')).toEqual({ local: { path: '../../state/planes.tfstate' } });
});

test('in PostgreSQL each stack of each environment has a schema', () => {
  const { blockFor } = stateBackend('guangxi/liuzhou', { EGOV_STATE_BACKEND: 'pg', PG_CONN_STR: 'postgres://x' });
  expect(blockFor('tenant-finance')).toEqual({ pg: { schema_name: 'egov_guangxi_liuzhou_tenant_finance' } });
  expect(() => blockFor(`tenant-${'long'.repeat(12)}`)).toThrow('STATE_BACKEND');
});

test('in a store that speaks S3 each has an object, with a lock beside it; secrets stay in the surroundings', () => {
  const block = stateBackend('hebei', s3).blockFor('planes');
  expect(block).toMatchObject({ s3: { bucket: 'states', key: 'egov/hebei/planes.tfstate', use_lockfile: true } });
  expect(JSON.stringify(block)).not.toContain('hidden');
});

test.each([
  [{ EGOV_STATE_BACKEND: 'pg' }, 'PG_CONN_STR is not set'],
  [{ EGOV_STATE_BACKEND: 's3' }, 'EGOV_STATE_BUCKET, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY is not set'],
  [{ EGOV_STATE_BACKEND: 'etcd' }, 'states cannot lie in etcd'],
])('%j is refused', (surroundings, words) => {
  expect(() => stateBackend('hebei', surroundings)).toThrow(words);
});
