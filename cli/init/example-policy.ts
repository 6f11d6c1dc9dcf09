/** A policy of a repository's own, to begin with. */
export const examplePolicy = `import { lookAtEach, type OwnPolicy } from 'egov';

/** What the backup of one night copies, in GiB. */
const LIMIT = 2048;

export const volumeSize: OwnPolicy = {
  id: 'OWN-VOLUME-SIZE',
  title: { en: 'A volume is copied in one night', zh: '云硬盘须能在一夜内完成备份' },
  standard: 'OWN 2026',
  severity: 'medium',
  scope: 'resources',
  why: {
    en: 'What a night does not copy has no backup of that day.',
    zh: '一夜内无法完成备份的云硬盘，当日没有备份。',
  },
  fix: { en: \`spread the data over volumes of \${LIMIT} GiB at most\`, zh: \`拆分为不超过 \${LIMIT} GiB 的云硬盘\` },
  check: ({ resources }) =>
    lookAtEach(resources.ofType('openstack_blockstorage_volume_v3'), ({ values }) => {
      const size = values.number('size');
      // A size that nobody knows yet passes here, and is judged in the plan.
      if (size === undefined || size <= LIMIT) return undefined;
      return { en: \`it has \${size} GiB\`, zh: \`容量为 \${size} GiB\` };
    }),
};
`;

export const examplePolicyTest = `import assert from 'node:assert/strict';
import test from 'node:test';
import { judgeResources } from 'egov';
import { volumeSize } from './volume-size.ts';

const volume = (size: number) => ({ openstack_blockstorage_volume_v3: { data: { name: 'data', size } } });

test('a volume that a night does not copy is found', () => {
  const found = judgeResources(volumeSize, volume(2049)).map(({ resource, message }) => \`\${resource}: \${message.en}\`);
  assert.deepEqual(found, ['openstack_blockstorage_volume_v3.data: it has 2049 GiB']);
});

test('one that a night copies passes', () => {
  assert.deepEqual(judgeResources(volumeSize, volume(2048)), []);
});
`;
