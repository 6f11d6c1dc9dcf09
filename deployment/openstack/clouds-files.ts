import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { Surroundings } from '../../engines/surroundings';
import { ProblemsError } from '../../model/problem';
import { CLOUD_FILE } from '../../model/problems/cloud-problems';
import type { TlsTrust } from './http-request';

/** One cloud of clouds.yaml; numbers are read as text. */
export interface CloudEntry {
  readonly auth: Readonly<Record<string, string>>;
  readonly interface: string;
  readonly tls: TlsTrust;
}

export interface CloudsFiles {
  readonly clouds: Readonly<Record<string, CloudEntry>>;
  /** Where they were looked for. */
  readonly looked: readonly string[];
}

/**
 * Reads the first clouds.yaml that exists, in the order of OpenStack's clients: OS_CLIENT_CONFIG_FILE, the working
 * directory, the user's configuration, /etc. A secure.yaml beside it adds to it. Clouds of `further` come behind.
 */
export function readCloudsFiles(props: {
  readonly surroundings: Surroundings;
  readonly folder: string;
  readonly further?: string;
}): CloudsFiles {
  const looked = places(props.surroundings, props.folder);
  const first = looked.find((file) => existsSync(file));
  const further = props.further !== undefined && existsSync(props.further) ? readClouds(props.further) : {};
  const own = first === undefined ? {} : readClouds(first);
  return {
    clouds: { ...further, ...own },
    looked: [...looked, ...(props.further === undefined ? [] : [props.further])],
  };
}

function places(surroundings: Surroundings, folder: string): string[] {
  const given = surroundings['OS_CLIENT_CONFIG_FILE'] ?? '';
  const home = surroundings['HOME'] ?? homedir();
  const config = surroundings['XDG_CONFIG_HOME'] || join(home, '.config');
  return [
    ...(given === '' ? [] : [given]),
    join(folder, 'clouds.yaml'),
    join(config, 'openstack', 'clouds.yaml'),
    '/etc/openstack/clouds.yaml',
  ];
}

type Block = Readonly<Record<string, unknown>>;

function readClouds(file: string): Record<string, CloudEntry> {
  const secure = join(dirname(file), 'secure.yaml');
  const secret = existsSync(secure) ? cloudsIn(secure) : {};
  return Object.fromEntries(
    Object.entries(cloudsIn(file)).map(([name, cloud]) => [name, entryOf(block(cloud), block(secret[name]))]),
  );
}

function cloudsIn(file: string): Block {
  let parsed: unknown;
  try {
    parsed = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // The parser quotes the line, which may hold a password.
    throw new ProblemsError([CLOUD_FILE.at(file, { reason: ((error as Error).message.split('\n')[0] ?? '').trim() })]);
  }
  const { clouds } = block(parsed) as { clouds?: unknown };
  if (typeof clouds !== 'object' || clouds === null)
    throw new ProblemsError([CLOUD_FILE.at(file, { reason: 'there is no map `clouds`' })]);
  return clouds as Block;
}

function entryOf(cloud: Block, secret: Block): CloudEntry {
  const auth = { ...block(cloud['auth']), ...block(secret['auth']) };
  const texts = Object.entries(auth).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const file = (key: string) => (typeof cloud[key] === 'string' ? { [key]: cloud[key] } : {});
  return {
    auth: Object.fromEntries(texts.map(([key, value]) => [key, String(value)])),
    interface: String(cloud['interface'] ?? cloud['endpoint_type'] ?? 'public'),
    tls: {
      ...file('cacert'),
      ...file('cert'),
      ...file('key'),
      verify: cloud['verify'] !== false && cloud['insecure'] !== true,
    },
  };
}

function block(value: unknown): Block {
  return typeof value === 'object' && value !== null ? (value as Block) : {};
}
