import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { readEnvironment } from '../../../environments/read-environment';
import { designEnvironment } from '../../../model/design/design-environment';
import { emitStacks } from '../../../stacks/emit-stacks';
import { required } from '../../support/engines';
import { node24 } from '../../support/node-24';

const ENVIRONMENT = 'suizhou';
const PATIENCE = 300_000;

const reason = required('package') ? '' : ' (skipped: EGOV_REQUIRE does not list package)';

(required('package') ? describe : describe.skip)(`The CDK Terrain CLI on Node 24${reason}`, () => {
  let out: string;
  beforeAll(() => {
    out = mkdtempSync(join(tmpdir(), 'egov-cdktn-'));
  });
  afterAll(() => rmSync(out, { recursive: true }));

  test(
    'synthesises every stack with the resources that we emit',
    () => {
      const { node, cdktn } = node24();
      const env = {
        ...process.env,
        PATH: [dirname(node), process.env['PATH']].join(delimiter),
        EGOV_ENVIRONMENT: ENVIRONMENT,
        CHECKPOINT_DISABLE: '1',
        CI: '1',
      };
      const { status, stderr } = spawnSync(node, [cdktn, 'synth', '--output', out], { env, encoding: 'utf8' });
      expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
      for (const { name, definition } of emitStacks(designEnvironment(readEnvironment('environments', ENVIRONMENT)))) {
        const file = join(out, 'stacks', `${ENVIRONMENT}.${name}`, 'cdk.tf.json');
        const { resource } = JSON.parse(readFileSync(file, 'utf8')) as { resource: object };
        expect(withoutNotes(resource)).toEqual(definition.resource);
      }
    },
    PATIENCE,
  );
});

/** CDKTF notes under `//` where a resource stands in its tree. */
function withoutNotes(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === '//' ? undefined : inner)));
}
