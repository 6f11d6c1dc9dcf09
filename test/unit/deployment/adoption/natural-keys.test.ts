import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { naturalKeys } from '../../../../deployment/adoption/natural-keys';
import { ROOT } from '../../../support/repository-files';

const LIBRARY = /from '(@cdktf\/provider-openstack\/lib\/[\w-]+)'/g;

/** Types of the resources that the constructs and stacks may make. */
function madeTypes(): readonly string[] {
  const files = ['constructs', 'stacks'].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((file) => join(ROOT, room, file)),
  );
  const modules = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(LIBRARY)].map(([, name]) => name as string));
  return [...new Set(modules)]
    .filter((name) => !/\/(data-|provider$)/.test(name))
    .flatMap((name) => Object.values(require(name) as Readonly<Record<string, { readonly tfResourceType?: string }>>))
    .flatMap(({ tfResourceType }) => tfResourceType ?? []);
}

test('all that may be made can be looked for in a cloud; quotas are there with every project', () => {
  const types = madeTypes();
  expect(types).toEqual(
    expect.arrayContaining(['openstack_containerinfra_cluster_v1', 'openstack_compute_quotaset_v2']),
  );
  const unknown = types.filter((type) => naturalKeys[type] === undefined);
  expect(unknown.filter((type) => !/_quota(set)?_v\d$/.test(type))).toEqual([]);
});
