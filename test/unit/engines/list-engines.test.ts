import { join } from 'node:path';
import { OPENSTACK_PROVIDER, OPENTOFU } from '../../../engines/engine-pin';
import { listEngines } from '../../../engines/list-engines';
import { temporaryFolder, tofuScript, writeProgram } from '../../support/engines-fake';

const folder = temporaryFolder();

test('on an empty machine every engine is missing, and that is an answer', async () => {
  const states = await listEngines({ PATH: folder, HOME: folder });
  expect(states.map(({ name, pinned, problems }) => [name, pinned, problems.map(({ code }) => code)])).toEqual([
    ['opentofu', '1.12.6', ['ENGINE_MISSING']],
    ['openstack-provider', '3.4.0', ['ENGINE_MISSING']],
  ]);
});

test('what is found comes with its path and with what led to it', async () => {
  const cache = join(folder, 'cache');
  const at = (pin: typeof OPENTOFU): string => join(cache, 'egov/engines', pin.folder, pin.program);
  writeProgram(at(OPENTOFU), tofuScript('1.12.6'));
  writeProgram(at(OPENSTACK_PROVIDER), '');
  expect(await listEngines({ PATH: folder, XDG_CACHE_HOME: cache })).toEqual([
    {
      name: 'opentofu',
      pinned: '1.12.6',
      found: { path: at(OPENTOFU), version: '1.12.6', where: 'cache' },
      problems: [],
    },
    {
      name: 'openstack-provider',
      pinned: '3.4.0',
      found: { path: at(OPENSTACK_PROVIDER), version: '3.4.0', where: 'cache' },
      problems: [],
    },
  ]);
});
