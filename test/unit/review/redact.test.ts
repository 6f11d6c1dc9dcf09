import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HIDDEN, isSecret, shown, withoutSecretForms } from '../../../review/redact';
import { sensitiveAttributes } from '../../../review/sensitive-attributes';
import { ROOT } from '../../support/repository-files';

interface Block {
  readonly attributes?: Readonly<Record<string, { readonly sensitive?: boolean }>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Block }>>;
}

function sensitive({ attributes = {}, block_types: blocks = {} }: Block): string[] {
  return [
    ...Object.entries(attributes).flatMap(([name, one]) => (one.sensitive ? [name] : [])),
    ...Object.values(blocks).flatMap(({ block }) => sensitive(block)),
  ];
}

test('every attribute that the schema of the provider marks is hidden', () => {
  const { schema } = JSON.parse(readFileSync(join(ROOT, 'packages/provider-openstack/schema.json'), 'utf8'));
  const types = [schema.data_source_schemas, schema.resource_schemas] as Record<string, { readonly block: Block }>[];
  const marked = types
    .flatMap((one) => Object.entries(one))
    .flatMap(([type, { block }]) => {
      const names = sensitive(block);
      return names.length === 0 ? [] : [[type, names] as const];
    });
  expect(marked.length).toBeGreaterThan(5);
  expect(marked.filter(([type, names]) => !names.every((name) => sensitiveAttributes[type]?.includes(name)))).toEqual(
    [],
  );
});

test.each([
  ['openstack_compute_instance_v2', 'user_data'],
  ['openstack_compute_instance_v2', 'admin_pass'],
  ['openstack_keymanager_secret_v1', 'payload'],
  ['openstack_lb_monitor_v2', 'http_headers.Authorization_token'],
  ['any', 'metadata.db_password'],
  ['any', 'auth[0].secret.value'],
])('%s %s is a secret', (type, path) => {
  expect(isSecret(type, path)).toBe(true);
});

test.each([
  ['openstack_lb_listener_v2', 'default_tls_container_ref'],
  ['openstack_keymanager_container_v1', 'secret_refs[0].name'],
  ['openstack_keymanager_secret_v1', 'payload_content_type'],
  ['openstack_networking_port_v2', 'fixed_ip[0].ip_address'],
  ['openstack_compute_quotaset_v2', 'key_pairs'],
])('%s %s is none', (type, path) => {
  expect(isSecret(type, path)).toBe(false);
});

test('secrets are known by their form too', () => {
  const texts = [
    'postgres://app:hunter2@db.example/x',
    'password=hunter2 and more',
    '-----BEGIN RSA PRIVATE KEY-----\nhunter2\n-----END',
    '#cloud-config\nchpasswd: hunter2',
  ];
  for (const text of texts) expect(withoutSecretForms(text)).not.toContain('hunter2');
  expect(shown('any', 'list', [{ api_key: 'hunter2', name: 'n' }])).toEqual([{ api_key: HIDDEN, name: 'n' }]);
});
