import { join } from 'node:path';
import { pairOf } from '../../../../cli/review/reviewed-side';
import { readEnvironment } from '../../../../environments/read-environment';
import { designEnvironment } from '../../../../model/design/design-environment';
import { lookAtEach, type Policy } from '../../../../policies/policy';
import { OWN } from '../../../../policies/standards';
import { ROOT } from '../../../support/repository-files';

const words = { en: 'x', zh: 'x' };

/** Finds every Deployment. */
const eachDeployment: Policy = {
  id: 'OWN-DEPLOYMENT',
  title: words,
  standard: OWN,
  controls: [],
  severity: 'low',
  scope: 'manifests',
  why: words,
  fix: words,
  check: ({ manifests }) =>
    lookAtEach(
      manifests.filter(({ kind }) => kind === 'Deployment'),
      () => words,
    ),
};

function cloud(id: string) {
  const environment = readEnvironment(join(ROOT, 'environments'), id);
  return { environment, design: designEnvironment(environment) };
}

/** Names of what the policy finds on the side that comes, and how many stacks of clusters there are. */
function found(id: string) {
  const { after } = pairOf(id, undefined, cloud(id), '2026-11-25', [eachDeployment]);
  const own = (after?.findings ?? []).filter(({ policy }) => policy === eachDeployment.id);
  return [own.map(({ place }) => place?.replace(/:\d+:\d+$/, '')), after?.clusters?.map(({ name }) => name)];
}

test('policies judge what the clusters of a cloud are made of, at the line of the workload', () =>
  expect(found('guangxi/liuzhou/liucheng')).toEqual([
    ['environments/guangxi/liuzhou/liucheng/tenants/government-services.yaml'],
    ['guangxi-liuzhou-liucheng-extranet'],
  ]));

test('a cloud without clusters has no such thing', () => expect(found('suizhou')).toEqual([[], []]));
