import { join } from 'node:path';
import { OPENSTACK_PROVIDER, OPENTOFU, PULUMI, TEMPORAL } from '../../../engines/engine-pin';
import { listEngines } from '../../../engines/list-engines';
import { temporaryFolder, tofuScript, writeProgram } from '../../support/engines-fake';

const folder = temporaryFolder();

test('on an empty machine every engine is missing, and that is an answer', async () => {
  const states = await listEngines({ PATH: folder, HOME: folder });
  expect(states.map(({ name, pinned, problems }) => [name, pinned, problems.map(({ code }) => code)])).toEqual([
    ['opentofu', '1.12.6', ['ENGINE_MISSING']],
    ['openstack-provider', '3.4.0', ['ENGINE_MISSING']],
    ['pulumi', '3.230.0', ['ENGINE_MISSING']],
    ['pulumi-kubernetes', '4.25.0', ['ENGINE_MISSING']],
    ['etcd', '3.6.5', ['ENGINE_MISSING']],
    ['kubectl', '1.36.3', ['ENGINE_MISSING']],
    ['kube-controller-manager', '1.36.3', ['ENGINE_MISSING']],
    ['kube-apiserver', '1.36.3', ['ENGINE_MISSING']],
    ['temporal', '1.5.1', ['ENGINE_MISSING']],
  ]);
});

test('what is found comes with its path and with what led to it', async () => {
  const cache = join(folder, 'cache');
  const at = (pin: typeof OPENTOFU): string => join(cache, 'egov/engines', pin.folder, pin.program);
  writeProgram(at(OPENTOFU), tofuScript('1.12.6'));
  writeProgram(at(OPENSTACK_PROVIDER), '');
  const states = await listEngines({ PATH: folder, HOME: folder, XDG_CACHE_HOME: cache });
  expect(states.filter(({ set }) => set === 'openstack')).toEqual([
    {
      name: 'opentofu',
      set: 'openstack',
      pinned: '1.12.6',
      found: { path: at(OPENTOFU), version: '1.12.6', where: 'cache' },
      problems: [],
    },
    {
      name: 'openstack-provider',
      set: 'openstack',
      pinned: '3.4.0',
      found: { path: at(OPENSTACK_PROVIDER), version: '3.4.0', where: 'cache' },
      problems: [],
    },
  ]);
});

test('the engines of Kubernetes are found in the cache, and the provider also where Pulumi installs plugins', async () => {
  const cache = join(folder, 'second-cache');
  const plugins = join(folder, '.pulumi/plugins');
  const pulumi = writeProgram(join(cache, 'egov/engines', PULUMI.folder, PULUMI.program), 'echo v3.230.0');
  const provider = writeProgram(join(plugins, 'resource-kubernetes-v4.25.0/pulumi-resource-kubernetes'), '');
  const states = await listEngines({ PATH: folder, HOME: folder, XDG_CACHE_HOME: cache });
  expect(states.flatMap(({ name, set, found }) => (found === undefined ? [] : [[name, set, found]]))).toEqual([
    ['pulumi', 'kubernetes', { path: pulumi, version: '3.230.0', where: 'cache' }],
    ['pulumi-kubernetes', 'kubernetes', { path: provider, version: '4.25.0', where: 'PULUMI_HOME' }],
  ]);
});

test('what Temporal needs is told apart: few roll out by workers', async () => {
  const missing = (await listEngines({ PATH: folder, HOME: folder })).find(({ set }) => set === 'temporal');
  expect(missing?.problems.map(({ fix }) => fix.en)).toEqual([
    'run `egov engines install temporal` (needs Go); wanted only for a server of Temporal on this machine',
  ]);
  const cache = join(folder, 'third-cache');
  const path = writeProgram(join(cache, 'egov/engines', TEMPORAL.folder, TEMPORAL.program), '');
  const found = (await listEngines({ PATH: folder, HOME: folder, XDG_CACHE_HOME: cache })).at(-1);
  expect([found?.found, found?.problems]).toEqual([{ path, version: '1.5.1', where: 'cache' }, []]);
});
