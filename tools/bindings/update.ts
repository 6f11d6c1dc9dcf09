/**
 * Renews the snapshot from the installed provider, and prints what came (+), went (-) and changed (~). What cannot be
 * changed in place is asked of its module.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { OPENSTACK_PROVIDER, PROVIDER_ADDRESS } from '../../engines/engine-pin';
import { OpenTofu } from '../../engines/opentofu';
import { compareSnapshots, formatSnapshot, type ProviderSnapshot } from './provider-schema';
import { renewReplacing } from './replacing';

const SNAPSHOT = resolve(__dirname, '../../packages/provider-openstack/schema.json');
const SOURCE = PROVIDER_ADDRESS.slice(PROVIDER_ADDRESS.indexOf('/') + 1);

async function main(): Promise<void> {
  const before = JSON.parse(readFileSync(SNAPSHOT, 'utf8')) as ProviderSnapshot;
  const after = await readInstalled();
  const lines = compareSnapshots(before, after);
  writeFileSync(SNAPSHOT, formatSnapshot(after));
  renewReplacing(false);
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  process.stderr.write(
    `${before.version} -> ${after.version}: ${lines.length} differences; \`npm run prepare\` makes the bindings\n`,
  );
}

async function readInstalled(): Promise<ProviderSnapshot> {
  const folder = mkdtempSync(join(tmpdir(), 'egov-schema-'));
  try {
    const { version } = OPENSTACK_PROVIDER;
    const required_providers = { openstack: { source: SOURCE, version } };
    writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ terraform: { required_providers } }));
    const stack = { name: 'schema', folder };
    const tofu = await OpenTofu.find({ surroundings: process.env });
    await tofu.init({ stack, backend: false });
    const schema = (await tofu.providersSchema({ stack })).provider_schemas[PROVIDER_ADDRESS];
    if (schema === undefined) throw new Error(`OpenTofu knows no schema of ${PROVIDER_ADDRESS}`);
    return { source: SOURCE, version, schema: schema as ProviderSnapshot['schema'] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
