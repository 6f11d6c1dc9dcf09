import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { keystonePort, type SandboxSettings } from './sandbox-settings';

/** Password of every account. It opens nothing but the sandbox, which listens on 127.0.0.1 only. */
const PASSWORD = 'sandbox';

export function cloudsFile(state: string): string {
  return join(state, 'clouds.yaml');
}

/**
 * Writes `clouds.yaml`, readable by its owner only, for `OS_CLIENT_CONFIG_FILE`: the cloud `sandbox` deploys, the cloud
 * `sandbox-reader` has the reader roles.
 */
export function writeClouds(state: string, settings: SandboxSettings): string {
  const cloud = (username: string) => ({
    auth: {
      auth_url: `http://127.0.0.1:${keystonePort(settings)}/v3`,
      username,
      password: PASSWORD,
      project_name: 'admin',
      user_domain_name: 'Default',
      project_domain_name: 'Default',
    },
    region_name: settings.regions[0],
    // Clients that are told one region only know no other.
    ...(settings.regions.length > 1 && { regions: settings.regions }),
    interface: 'public',
    identity_api_version: 3,
  });
  const file = cloudsFile(state);
  writeFileSync(file, stringify({ clouds: { sandbox: cloud('admin'), 'sandbox-reader': cloud('reader') } }), {
    mode: 0o600,
  });
  chmodSync(file, 0o600);
  return file;
}
