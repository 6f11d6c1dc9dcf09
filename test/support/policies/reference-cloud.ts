import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '../../../environments/read-environment';
import { designEnvironment } from '../../../model/design/design-environment';
import { emitStacks } from '../../../stacks/emit-stacks';
import type { Cloud } from '../../../tools/weaknesses/weakness';
import { ROOT } from '../repository-files';

const CHANNEL = [
  'devices:',
  '  gap-1: { outer: internet/exchange, inner: extranet/exchange }',
  'channels:',
  '  service-requests:',
  '    { device: gap-1, kind: request, direction: in, from: data-bureau/service/web, to: data-bureau/service/app,',
  '      ports: tcp/8443, maxMbps: 300, whitelist: [GET /v2/items/*], checks: [antivirus, content],',
  '      approval: { id: QH-GAP-2026-07, until: 2027-12-31 } }',
  '',
].join('\n');

/** Qinghai with two departments and one channel: a small cloud of level 3 that has something of everything. */
export function referenceCloud(): Cloud {
  const folder = mkdtempSync(join(tmpdir(), 'egov-reference-'));
  try {
    const [from, to] = [join(ROOT, 'environments'), join(folder, 'environments')];
    for (const shared of ['defaults.yaml', 'profiles', 'catalogue'])
      cpSync(join(from, shared), join(to, shared), { recursive: true });
    mkdirSync(join(to, 'qinghai/tenants'), { recursive: true });
    const files = ['environment', 'planes', 'pools', 'zones', 'operations', 'detection', 'protection', 'backup'];
    for (const file of [...files, 'tenants/data-bureau', 'tenants/finance'])
      cpSync(join(from, 'qinghai', `${file}.yaml`), join(to, 'qinghai', `${file}.yaml`));
    writeFileSync(join(to, 'qinghai/gap.yaml'), CHANNEL);
    const design = designEnvironment(readEnvironment(to, 'qinghai'));
    return { design, stacks: emitStacks(design) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
