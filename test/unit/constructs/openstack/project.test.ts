import { Project } from '../../../../constructs/openstack/project';
import { asProject, within } from '../../../../constructs/openstack/project-ref';
import { project, QUOTA } from '../../../support/design-fixture';
import { definitionOf, resourcesOf, testStack } from '../../../support/resources-of';

const ID = `\${openstack_identity_project_v3.finance-extranet.id}`;

test('a project of a design has its tags and all four quotas', () =>
  expect(
    resourcesOf((stack) => new Project(stack, 'finance-extranet', project('finance-extranet', 'extranet'))),
  ).toEqual({
    'identity_project_v3.finance-extranet': {
      name: '130000-finance-extranet',
      description: 'Project finance-extranet',
      tags: ['adcode:130000', 'plane:extranet'],
    },
    'compute_quotaset_v2.finance-extranet': {
      project_id: ID,
      instances: 10,
      cores: 40,
      ram: 81920,
      server_groups: 4,
      server_group_members: 10,
    },
    'blockstorage_quotaset_v3.finance-extranet': { project_id: ID, volumes: 10, snapshots: 10, gigabytes: 1000 },
    'networking_quota_v2.finance-extranet': {
      project_id: ID,
      network: 4,
      subnet: 8,
      router: 1,
      port: 40,
      floatingip: 2,
      security_group: 10,
      security_group_rule: 200,
    },
    'lb_quota_v2.finance-extranet': { project_id: ID, loadbalancer: 2, listener: 2, pool: 2, member: 8 },
  }));

test('a quota that is not given is left to the cloud', () =>
  expect(
    resourcesOf((stack) => new Project(stack, 'lab', { name: 'lab', quota: { networks: 0 } }))[
      'networking_quota_v2.lab'
    ],
  ).toEqual({ project_id: `\${openstack_identity_project_v3.lab.id}`, network: 0 }));

test('the provider of a project is told its id and no cloud, since a cloud would win over the id', () => {
  const { provider } = definitionOf((stack) => {
    const { provider } = new Project(stack, 'finance-extranet', { name: 'f', quota: QUOTA, region: 'RegionOne' });
    expect(provider.alias).toBe('finance-extranet');
  });
  expect(provider).toEqual({
    openstack: [{ alias: 'finance-extranet', cloud: '', region: 'RegionOne', tenant_id: ID }],
  });
});

test('a project without such resources has no provider of its own', () =>
  expect(definitionOf((stack) => new Project(stack, 'lab', { name: 'lab' }))['provider']).toBeUndefined());

test('what counts against a quota waits for it, and only what takes no project gets the provider', () => {
  const owner = new Project(testStack(), 'lab', { name: 'lab' });
  expect(within(owner, 'network')).toEqual({ dependsOn: [owner.quotas.network] });
  expect(asProject(owner, 'blockStorage')).toEqual({
    provider: owner.provider,
    dependsOn: [owner.quotas.blockStorage],
  });
  expect(asProject(owner)).toEqual({ provider: owner.provider });
});

test('a project of another stack, or none, brings nothing to wait for', () => {
  expect(within({ projectId: 'p' }, 'compute')).toEqual({});
  expect(asProject({ projectId: 'p' }, 'compute')).toEqual({});
  expect(asProject(undefined, 'compute')).toEqual({});
});
