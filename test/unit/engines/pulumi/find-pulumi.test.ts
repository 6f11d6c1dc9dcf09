import { join } from 'node:path';
import { findPulumi, kubernetesProviderFolder } from '../../../../engines/pulumi/find-pulumi';
import { ProblemsError } from '../../../../model/problem';
import { temporaryFolder, writeProgram } from '../../../support/engines-fake';

const folder = temporaryFolder();

async function refusal(work: () => Promise<unknown> | unknown): Promise<string[]> {
  try {
    await work();
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems.map(({ code, fix }) => `${code} ${fix.en}`);
    throw error;
  }
  throw new Error('nothing was refused');
}

test('a missing Pulumi names the set that brings it', async () => {
  expect(await refusal(() => findPulumi({ PATH: folder, HOME: folder }))).toEqual([
    'ENGINE_MISSING run `egov engines install kubernetes` (needs Go), or install Pulumi and put `pulumi` on PATH or its path in EGOV_PULUMI',
  ]);
});

test('an older Pulumi in EGOV_PULUMI is a problem, and nothing else is looked for', async () => {
  const old = writeProgram(join(folder, 'old/pulumi'), 'echo v3.100.0');
  expect(await refusal(() => findPulumi({ EGOV_PULUMI: old, PATH: folder, HOME: folder }))).toEqual([
    'ENGINE_VERSION run `egov engines install kubernetes`, or point EGOV_PULUMI at a version 3.230 or a later 3.x',
  ]);
});

test('an older Pulumi on PATH sends the search on to the cache', async () => {
  writeProgram(join(folder, 'bin/pulumi'), 'echo v3.100.0');
  const cached = writeProgram(join(folder, '.cache/egov/engines/pulumi-3.230.0/pulumi'), 'echo v3.230.0');
  const found = await findPulumi({ PATH: join(folder, 'bin'), HOME: folder });
  expect(found).toEqual({ path: cached, version: '3.230.0', where: 'cache' });
});

test('a file that is no program says which variable named it', async () => {
  expect(await refusal(() => findPulumi({ EGOV_PULUMI: folder }))).toEqual([
    'ENGINE_NOT_EXECUTABLE correct or unset EGOV_PULUMI; if the file lies in the cache, remove its folder and run `egov engines install kubernetes`',
  ]);
});

test('a missing provider is a problem before Pulumi is started', async () => {
  expect((await refusal(() => kubernetesProviderFolder({ HOME: join(folder, 'nobody') })))[0]).toMatch(
    /^ENGINE_MISSING /,
  );
});
