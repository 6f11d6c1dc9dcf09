import type { Path } from '../written';
import type { KeyPath } from './key-path';

/** Where a text stands: in which file of an environment, and where in it. */
export interface NamePlace {
  /** Below the folder of the environment: `tenants/finance.yaml`, `flows.yaml`. */
  readonly file: string;
  readonly path: Path;
  readonly isKey: boolean;
}

const KUBERNETES = 'kubernetes.yaml';

/** The text that takes the place of `text` when a key is renamed; the same where it does not name the renamed thing. */
export function renamedText(text: string, place: NamePlace, target: KeyPath, to: string): string {
  const [key = ''] = target.keys.slice(-1);
  if (target.kind === 'pools') {
    if (place.file === 'waivers.yaml' && place.path[1] === 'at') return text === `pool ${key}` ? `pool ${to}` : text;
    return text === key && namesPool(place) ? to : text;
  }
  const around = tierAround(place);
  if (place.isKey) return text === key && isKeyOf(place, target.keys) ? to : text;
  if (around !== undefined) return renamedEnd(text, around, target.keys, to);
  if (place.file !== 'waivers.yaml') return text;
  const [, field, end] = place.path;
  if (field === 'at') return renamedThing(text, target.keys, to);
  return field === 'flows' && isEnd(end) ? renamedEnd(text, [], target.keys, to) : text;
}

function namesPool({ file, path, isKey }: NamePlace): boolean {
  if (file === KUBERNETES) return !isKey && path.length === 5 && path[2] === 'nodePools' && path[4] === 'pool';
  if (file === 'pools.yaml') return isKey && path.length === 1;
  return tenantOf(file) !== undefined && !isKey && path.length === 5 && path[2] === 'tiers' && path[4] === 'pool';
}

/** The key itself: that of a department is the name of its file. */
function isKeyOf({ file, path }: NamePlace, [tenant, system, tier]: readonly string[]): boolean {
  if (file === KUBERNETES)
    return system === undefined && path.length === 2 && path[0] === 'groups' && path[1] === tenant;
  if (tenantOf(file) !== tenant || path[0] !== 'systems') return false;
  if (tier === undefined) return path.length === 2 && path[1] === system;
  return path.length === 4 && path[1] === system && path[2] === 'tiers' && path[3] === tier;
}

/** What the end of a flow is relative to, where an end stands here: nothing, or a department and its system. */
function tierAround({ file, path }: NamePlace): readonly string[] | undefined {
  const [a, system, c, , e] = path;
  const tenant = tenantOf(file);
  if (tenant !== undefined) {
    const flow = c === 'flows' && path.length === 5 && isEnd(e);
    const reach = c === 'kubernetes' && path.length === 8 && path[5] === 'reaches' && path[7] === 'to';
    return a === 'systems' && (flow || reach) ? [tenant, String(system)] : undefined;
  }
  if (file === KUBERNETES) return a === 'exchange' && system === 'centre' && path.length === 2 ? [] : undefined;
  if (file === 'flows.yaml') return path.length === 2 && isEnd(path[1]) ? [] : undefined;
  if (file === 'gap.yaml') return a === 'channels' && path.length === 3 && isEnd(c) ? [] : undefined;
  return undefined;
}

function isEnd(name: string | number | undefined): boolean {
  return name === 'from' || name === 'to';
}

function tenantOf(file: string): string | undefined {
  return /^tenants\/(.+)\.yaml$/.exec(file)?.[1];
}

function renamedEnd(text: string, around: readonly string[], target: readonly string[], to: string): string {
  const parts = text.split('/');
  const whole = [...around.slice(0, 3 - parts.length), ...parts];
  // Outside of departments two parts name a zone of the platform.
  if (whole.length !== 3) return text;
  return renamed(whole, target, to).slice(-parts.length).join('/');
}

/**
 * What a waiver is about: a kind with a key (`tier finance/budget/app`, `tenant finance`), or the address of a resource
 * (`openstack_networking_port_v2.finance_budget_app_1`). A kind in capitals is an object of Kubernetes, and is not ours.
 */
function renamedThing(text: string, target: readonly string[], to: string): string {
  const address = /^((?:data\.)?openstack_\w+\.)(.+)$/.exec(text);
  if (address !== null) return `${address[1]}${renamedName(address[2] ?? '', '_', target, to)}`;
  const [kind = '', key = ''] = text.split(' ');
  if (!OF_TENANTS.has(kind) && !(key.split('/').length === 3 && /^[a-z]/.test(kind))) return text;
  return text.replace(key, renamedName(key, '/', target, to));
}

/** Kinds whose key begins with that of a department. */
const OF_TENANTS = new Set(['tenant', 'department', 'system', 'tier', 'vpc', 'project', 'volume', 'entry', 'flow']);

/** The name of a project has the plane behind the key of its department. */
function renamedName(name: string, separator: '/' | '_', target: readonly string[], to: string): string {
  const parts = name.split(separator);
  const project = /^(.+)-(extranet|internet)$/.exec(parts[0] ?? '');
  if (target.length === 1 && project?.[1] === target[0])
    return [`${to}-${project?.[2]}`, ...parts.slice(1)].join(separator);
  return renamed(parts, target, to).join(separator);
}

/** A path in which the last key of the target is another one. */
export function renamed(parts: readonly string[], target: readonly string[], to: string): readonly string[] {
  if (!target.every((key, i) => parts[i] === key)) return parts;
  return [...target.slice(0, -1), to, ...parts.slice(target.length)];
}
