import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../engines/run-program';
import type { KeystoneSession } from './openstack/keystone-session';
import { OpenStackClient } from './openstack/openstack-client';
import type { PresumedCloud } from './presumed-cloud';

/**
 * Puts into a sandbox what an operator has in place before anybody deploys: volume types, and certificates, signed by
 * themselves. What is there stays. Never call it for another cloud: there these are the work of its operators.
 */
export async function furnishCloud(session: KeystoneSession, presumed: PresumedCloud): Promise<void> {
  const certificate = presumed.certificates.length > 0 ? await selfSigned(session) : undefined;
  for (const region of presumed.regions) {
    const cloud = new OpenStackClient(session, region);
    await addVolumeTypes(cloud, presumed.volumeTypes);
    if (certificate !== undefined) await addCertificates(cloud, presumed.certificates, certificate);
  }
}

async function addVolumeTypes(cloud: OpenStackClient, names: readonly string[]): Promise<void> {
  const have = new Set((await cloud.list('volume', '/types?is_public=None', 'volume_types')).map(({ name }) => name));
  for (const name of names) if (!have.has(name)) await cloud.post('volume', '/types', { volume_type: { name } });
}

interface Certificate {
  readonly certificate: string;
  readonly private_key: string;
}

async function addCertificates(cloud: OpenStackClient, names: readonly string[], pair: Certificate): Promise<void> {
  const have = new Set((await cloud.list('keys', '/v1/containers?limit=100', 'containers')).map(({ name }) => name));
  const missing = names.filter((name) => !have.has(name));
  if (missing.length === 0) return;
  const refs = [];
  for (const name of ['certificate', 'private_key'] as const) {
    const secret = { name, payload: pair[name], payload_content_type: 'text/plain', secret_type: typeOf(name) };
    refs.push({ name, secret_ref: (await cloud.post('keys', '/v1/secrets', secret))['secret_ref'] });
  }
  for (const name of missing)
    await cloud.post('keys', '/v1/containers', { name, type: 'certificate', secret_refs: refs });
}

function typeOf(name: keyof Certificate): string {
  return name === 'certificate' ? 'certificate' : 'private';
}

async function selfSigned({ signal }: KeystoneSession): Promise<Certificate> {
  const folder = mkdtempSync(join(tmpdir(), 'egov-certificate-'));
  try {
    const args = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -subj /CN=sandbox.test';
    const { code, lastLines } = await runProgram({
      program: 'openssl',
      args: [...args.split(' '), '-keyout', 'key.pem', '-out', 'certificate.pem'],
      folder,
      surroundings: { PATH: process.env['PATH'] },
      ...(signal && { signal }),
    });
    if (code !== 0) throw new Error(`openssl req: ${lastLines.join(' ')}`);
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    return { certificate: read('certificate.pem'), private_key: read('key.pem') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
