import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as loaded from '../../../../cli/load-design';
import { readEnvironment } from '../../../../environments/read-environment';
import { designEnvironment } from '../../../../model/design/design-environment';
import { egov } from '../../../support/egov-run';
import { ROOT } from '../../../support/repository-files';

jest.mock('../../../../cli/load-design');

const ID = 'guangxi/liuzhou/liucheng';
const environments = join(ROOT, 'environments');
const environment = readEnvironment(environments, ID);
const design = designEnvironment(environment);
const folder = mkdtempSync(join(tmpdir(), 'egov-proved-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = { name: 'open', pods: {}, egress: [{ peers: [], ports: [] }], place: 'x.yaml:1:1' };
const wrong = {
  ...design,
  clusters: (design.clusters ?? []).map((cluster) => ({
    ...cluster,
    namespaces: cluster.namespaces.map((one) => ({ ...one, policies: [...one.policies, open] })),
  })),
};

/** Neither engine nor cluster is there: whoever gets as far as to look for one is told another problem. */
const run = (args: string) =>
  egov(`--environments ${environments} ${args}`, { folder, surroundings: { PATH: '', HOME: folder } });

const pods = 'PROOF_VIOLATED x.yaml:1:1';

test.each([
  [`plan ${ID} --only kubernetes`],
  [`apply ${ID} --only kubernetes --yes`],
  [`plan ${ID}`],
  [`apply ${ID} --yes`],
])('egov %s proves the clusters before it looks for an engine or for a cluster', async (line) => {
  jest.mocked(loaded.loadDesign).mockReturnValue({ design: wrong, environment });
  const { code, said } = await run(line);
  expect([code, said]).toEqual([4, expect.stringContaining(pods)]);
  expect(said).toContain('PODS guangxi-liuzhou-liucheng-extranet TENANT');
});

test('what takes away is not held up by what is violated, and OpenStack alone is not by its clusters', async () => {
  jest.mocked(loaded.loadDesign).mockReturnValue({ design: wrong, environment });
  expect((await run(`destroy ${ID} --only kubernetes --yes`)).said).toContain('ENGINE_MISSING');
  expect((await run(`apply ${ID} --only openstack --yes`)).said).not.toContain('PROOF_VIOLATED');
});

test('a cluster that is proved goes on to its engine', async () => {
  jest.mocked(loaded.loadDesign).mockReturnValue({ design, environment });
  expect((await run(`plan ${ID} --only kubernetes`)).said).toContain('ENGINE_MISSING');
});
