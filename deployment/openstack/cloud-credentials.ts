import type { Surroundings } from '../../engines/surroundings';
import { ProblemsError } from '../../model/problem';
import {
  CLOUD_APPLICATION_CREDENTIAL,
  CLOUD_CREDENTIALS,
  CLOUD_UNKNOWN,
  CLOUD_UNNAMED,
} from '../../model/problems/cloud-problems';
import { type CloudEntry, readCloudsFiles } from './clouds-files';
import type { TlsTrust } from './http-request';

/** Who works in which cloud. */
export interface CloudCredentials {
  /** Name in clouds.yaml, or `OS_*`. */
  readonly cloud: string;
  readonly authUrl: string;
  readonly user: { readonly id: string } | { readonly name: string; readonly domain: DomainRef } | undefined;
  readonly password: string | undefined;
  readonly token: string | undefined;
  readonly project: { readonly id: string } | { readonly name: string; readonly domain: DomainRef };
  readonly interface: string;
  readonly tls: TlsTrust;
}

export type DomainRef = { readonly id: string } | { readonly name: string };

export interface FindCredentialsProps {
  /** Name in clouds.yaml. @default OS_CLOUD, else the OS_* variables */
  readonly cloud?: string;
  readonly surroundings: Surroundings;
  /** Working directory, in which a clouds.yaml is looked for first. */
  readonly folder: string;
  /** A further clouds.yaml, looked at last: that of the sandbox. */
  readonly further?: string;
}

/** Finds the credentials as OpenStack's own clients do. Throws ProblemsError where they are missing or cannot do. */
export function findCredentials({ cloud, surroundings, folder, further }: FindCredentialsProps): CloudCredentials {
  const name = cloud ?? surroundings['OS_CLOUD'] ?? '';
  if (name !== '') {
    const files = readCloudsFiles({ surroundings, folder, ...(further === undefined ? {} : { further }) });
    const entry = files.clouds[name];
    if (entry === undefined) {
      const known = Object.keys(files.clouds).sort();
      throw new ProblemsError([CLOUD_UNKNOWN.at(name, { cloud: name, known, looked: files.looked })]);
    }
    return credentialsOf(name, entry);
  }
  if ((surroundings['OS_AUTH_URL'] ?? '') === '') throw new ProblemsError([CLOUD_UNNAMED.at('--cloud', {})]);
  return credentialsOf('OS_*', entryOfVariables(surroundings));
}

function credentialsOf(cloud: string, { auth, ...entry }: CloudEntry): CloudCredentials {
  if (auth['application_credential_id'] || auth['application_credential_name'] || auth['application_credential_secret'])
    throw new ProblemsError([CLOUD_APPLICATION_CREDENTIAL.at(cloud, {})]);
  const project = named(auth, ['project_id', 'tenant_id'], ['project_name', 'tenant_name'], 'project_domain');
  const user = named(auth, ['user_id'], ['username', 'user_name'], 'user_domain');
  const { auth_url: authUrl, password, token } = auth;
  const missing = [
    ...(authUrl ? [] : ['auth_url']),
    ...(token || user !== undefined ? [] : ['username']),
    ...(token || password ? [] : ['password']),
    ...(project === undefined ? ['project_name'] : []),
  ];
  if (missing.length > 0 || authUrl === undefined || project === undefined)
    throw new ProblemsError([CLOUD_CREDENTIALS.at(cloud, { missing })]);
  return {
    cloud,
    authUrl: versioned(authUrl),
    user,
    password,
    token,
    project,
    interface: entry.interface,
    tls: entry.tls,
  };
}

/** Keystone is asked in its third version, whatever the address ends with. */
function versioned(url: string): string {
  const plain = url.replace(/\/+$/, '');
  return plain.endsWith('/v3') ? plain : `${plain}/v3`;
}

function named(auth: CloudEntry['auth'], ids: readonly string[], names: readonly string[], domain: string) {
  const id = ids.map((key) => auth[key]).find((value) => value);
  if (id !== undefined) return { id };
  const name = names.map((key) => auth[key]).find((value) => value);
  return name === undefined ? undefined : { name, domain: domainOf(auth, domain) };
}

function domainOf(auth: CloudEntry['auth'], key: string): DomainRef {
  const id = auth[`${key}_id`] ?? auth['domain_id'];
  const name = auth[`${key}_name`] ?? auth['domain_name'];
  if (id) return { id };
  return name ? { name } : { id: auth['default_domain'] ?? 'default' };
}

function entryOfVariables(surroundings: Surroundings): CloudEntry {
  const auth: Record<string, string> = {};
  for (const [name, value] of Object.entries(surroundings))
    if (name.startsWith('OS_') && value) auth[name.slice('OS_'.length).toLowerCase()] = value;
  return {
    auth,
    interface: auth['interface'] ?? auth['endpoint_type'] ?? 'public',
    tls: {
      ...(auth['cacert'] && { cacert: auth['cacert'] }),
      ...(auth['cert'] && { cert: auth['cert'] }),
      ...(auth['key'] && { key: auth['key'] }),
      verify: !/^(1|true|yes)$/i.test(auth['insecure'] ?? ''),
    },
  };
}
