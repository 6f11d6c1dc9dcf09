import { join } from 'node:path';
import fc from 'fast-check';
import { readEnvironment } from '../../../environments/read-environment';
import { designEnvironment } from '../../../model/design/design-environment';
import type { EmittedStack } from '../../../model/emitted-stack';
import { resourceChanges } from '../../../review/compare/resource-changes';
import { resourceDifferences } from '../../../review/compare/resource-differences';
import { Subjects } from '../../../review/compare/subjects';
import { diagramOf } from '../../../review/diagram/diagram';
import { mermaid } from '../../../review/diagram/mermaid';
import { svg } from '../../../review/diagram/svg';
import { markdown } from '../../../review/markdown/markdown';
import { diagramPage } from '../../../review/page/diagram-page';
import { reviewPage } from '../../../review/page/review-page';
import { reviewJson } from '../../../review/review-json';
import { reviewJunit } from '../../../review/review-junit';
import { reviewSarif } from '../../../review/review-sarif';
import { reviewOf } from '../../support/random-review';
import { ROOT } from '../../support/repository-files';

const canary = fc.nat().map((number) => `CANARY${number.toString(36)}X`);

/** Places where a secret may stand in a resource, each with its type. */
const planted: fc.Arbitrary<readonly [type: string, body: (secret: string) => object]> = fc.constantFrom<
  readonly [string, (secret: string) => object]
>(
  ['openstack_compute_instance_v2', (one) => ({ user_data: `#cloud-config\npassword: ${one}` })],
  ['openstack_compute_instance_v2', (one) => ({ admin_pass: one })],
  ['openstack_compute_instance_v2', (one) => ({ metadata: { db_password: one } })],
  [
    'openstack_compute_instance_v2',
    (one) => ({ personality: [{ file: '/a', content: `-----BEGIN PRIVATE KEY-----\n${one}` }] }),
  ],
  ['openstack_keymanager_secret_v1', (one) => ({ payload: one })],
  ['openstack_identity_user_v3', (one) => ({ password: one })],
  ['openstack_identity_application_credential_v3', (one) => ({ secret: one })],
  ['openstack_db_user_v1', (one) => ({ password: one })],
  ['openstack_networking_bgp_peer_v2', (one) => ({ password: one })],
  ['openstack_vpnaas_site_connection_v2', (one) => ({ psk: one })],
  ['openstack_lb_monitor_v2', (one) => ({ url_path: `/check?token=${one}` })],
  ['openstack_dns_recordset_v2', (one) => ({ description: `postgres://app:${one}@db.example/x` })],
  ['openstack_objectstorage_tempurl_v1', (one) => ({ key: one })],
  ['kubernetes_secret', (one) => ({ data: { anything: one }, metadata: { name: 'n' } })],
);

const stack = (type: string, body: object): EmittedStack => ({
  name: 'tenant-a',
  definition: { resource: { [type]: { a: body as Record<string, unknown> } } },
  inputs: {},
  places: {},
});

test('a thousand planted secrets stand in none of the outputs', () => {
  let planting = 0;
  fc.assert(
    fc.property(planted, canary, canary, ([type, body], was, is) => {
      planting += 2;
      const differences = resourceDifferences([stack(type, body(was))], [stack(type, body(is))]);
      const review = reviewOf(resourceChanges('hebei', differences, new Subjects([])));
      if (was !== is && type !== 'openstack_compute_instance_v2') expect(review.changes.length).toBeGreaterThan(0);
      const outputs = [
        ...markdown(review, { language: 'en', limit: 60_000 }),
        reviewPage(review, [], 'zh'),
        JSON.stringify(reviewJson(review)),
        JSON.stringify(reviewSarif(review, '0')),
        reviewJunit(review, 'en'),
      ].join('\n');
      expect(outputs).not.toMatch(/CANARY/);
    }),
    { numRuns: 500 },
  );
  expect(planting).toBeGreaterThanOrEqual(1000);
});

test('a picture shows keys and numbers: no free text of a design stands in it', () => {
  const design = designEnvironment(readEnvironment(join(ROOT, 'environments'), 'suizhou'));
  let planted = 0;
  const text = JSON.stringify(design, (key, value) => {
    if (typeof value !== 'string' || !/[\s\p{Script=Han}]/u.test(value) || ['name', 'label', 'id'].includes(key))
      return value;
    planted += 1;
    return `CANARY${planted}X ${value}`;
  });
  expect(planted).toBeGreaterThan(100);
  const diagram = diagramOf(JSON.parse(text) as typeof design);
  const pictures = [
    svg(diagram, 'zh'),
    mermaid(diagram),
    diagramPage(diagram, 'en'),
    reviewPage(reviewOf([]), [{ diagram, order: [] }], 'zh'),
  ];
  expect(pictures.join('\n')).not.toMatch(/CANARY/);
});
