import { join } from 'node:path';
import { readEnvironment } from '../../../environments/read-environment';
import { designEnvironment } from '../../../model/design/design-environment';
import { judge } from '../../../policies/judge';
import { policies } from '../../../policies/packs';
import { Subject } from '../../../policies/subject';
import { applyWaivers } from '../../../policies/waivers/apply-waivers';
import { waiversOf } from '../../../policies/waivers/waivers-of';
import { readStacks } from '../../../proof/reading/read-stacks';
import { emitStacks } from '../../../stacks/emit-stacks';

const ROOT = join(__dirname, '..', '..', '..', 'environments');
const asOf = '2026-11-25';
const known = policies.map((one) => one.id);

/** Everything that the environments do not keep silent about: each is told, and what fails has an owner and an end. */
const told: readonly [id: string, findings: readonly string[]][] = [
  ['hebei', ['warn IPV6-ENTRY plane internet']],
  [
    'liaoning',
    [
      'waived BAK-REALTIME backup B2',
      'waived BAK-REALTIME backup B3',
      'warn IPV6-ENTRY plane internet',
      'warn IPV6-PLANE plane extranet',
      'warn IPV6-PLANE plane internet',
    ],
  ],
  ['qinghai', ['warn IPV6-ENTRY plane internet']],
  [
    'guangxi/liuzhou',
    [
      'waived BAK-REALTIME backup B2',
      'waived BAK-REALTIME backup B3',
      'warn CRYPTO-GM declaration protection/algorithms',
      'warn IPV6-ENTRY plane internet',
    ],
  ],
  ['guangxi/liuzhou/liucheng', ['warn CRYPTO-GM declaration protection/algorithms', 'warn IPV6-ENTRY plane internet']],
  [
    'suizhou',
    [
      'warn CRYPTO-GM declaration protection/algorithms',
      'warn IPV6-ENTRY plane internet',
      'warn IPV6-PLANE plane extranet',
      'warn IPV6-PLANE plane internet',
    ],
  ],
];

test.each(told)('%s passes its level with the waivers that it has', (id, findings) => {
  const environment = readEnvironment(ROOT, id);
  const design = designEnvironment(environment);
  const subject = new Subject({ design, table: readStacks(emitStacks(design)), asOf });
  const { judgements, problems } = applyWaivers(judge(policies, subject), waiversOf(environment), { asOf, known });
  const all = judgements.flatMap((one) => one.findings);
  expect(all.map(({ status, policy, resource }) => `${status} ${policy} ${resource}`).sort()).toEqual(findings);
  expect(problems).toEqual([]);
  expect(judgements.filter((one) => one.status === 'pass' && one.looked.length === 0)).toEqual([]);
});
