import { appendFileSync } from 'node:fs';
import type { PlannedChange } from '../engines/plan-summary';
import type { Problem } from '../model/problem';
import { DEPLOY_ALLOWED_NOTHING, DEPLOY_PROTECTED } from '../model/problems/deployment-problems';
import type { Text } from '../model/text';
import type { StackUnit } from './stack-unit';

/** What holds data, or is what others are known by. */
const PROTECTED: Readonly<Record<string, Text>> = {
  openstack_blockstorage_volume_v3: { en: 'a volume with its data', zh: '云硬盘及其数据' },
  openstack_identity_project_v3: { en: 'a project with everything in it', zh: '项目及其全部内容' },
  openstack_keymanager_container_v1: { en: 'a key container', zh: '密钥容器' },
  openstack_dns_zone_v2: { en: 'a DNS zone with its names', zh: 'DNS 域及其记录' },
};

/** In a stack of planes also what every department stands on. */
const PROTECTED_PLANES: Readonly<Record<string, Text>> = {
  openstack_networking_network_v2: { en: 'a network of a plane', zh: '平面网络' },
  openstack_networking_subnet_v2: { en: 'a subnet of a plane', zh: '平面子网' },
  openstack_networking_router_v2: { en: 'the router of a plane', zh: '平面路由器' },
  openstack_networking_addressscope_v2: { en: 'the address scope of a plane', zh: '平面地址范围' },
  openstack_networking_subnetpool_v2: { en: 'the subnet pool of a plane', zh: '平面子网池' },
};

/** In a cluster: what takes everything in it along. */
const PROTECTED_CLUSTER: Readonly<Record<string, Text>> = {
  'kubernetes:core/v1:Namespace': { en: 'a namespace with everything in it', zh: '命名空间及其全部内容' },
};

/** A stack as far as protection goes. */
interface ProtectedStack {
  readonly name: string;
  readonly kind: StackUnit['kind'] | 'cluster';
}

/** What may be destroyed although it is protected. */
export interface Allowance {
  /** `stack/address` each, or `all` where a whole environment goes. */
  readonly addresses: readonly string[];
  readonly reason: string;
}

export interface ProtectedChange {
  readonly stack: string;
  /** `stack/address`. */
  readonly address: string;
  readonly action: 'destroy' | 'replace';
  readonly what: Text;
}

/** What a protected resource of a type is in words; `undefined` for one that may come and go. */
export function protectedAs({ kind }: Pick<ProtectedStack, 'kind'>, type: string): Text | undefined {
  const more = { planes: PROTECTED_PLANES, cluster: PROTECTED_CLUSTER };
  return PROTECTED[type] ?? more[kind as keyof typeof more]?.[type];
}

/** The changes of a stack that take something protected away. */
export function protectedChanges(stack: ProtectedStack, changes: readonly PlannedChange[]): ProtectedChange[] {
  return changes.flatMap(({ address, type, action }) => {
    const what = protectedAs(stack, type);
    if (what === undefined || (action !== 'destroy' && action !== 'replace')) return [];
    return [{ stack: stack.name, address: `${stack.name}/${address}`, action, what }];
  });
}

/** What is planned for a stack, as far as its protection goes. */
export interface Guarded {
  readonly stack: StackUnit;
  readonly changes: readonly PlannedChange[];
  /** Whether nothing describes it any more. */
  readonly left?: true;
}

/** The allowance with everything protected in place of the name of a stack that nothing describes any more. */
export function spelledOut(allowance: Allowance, planned: readonly Guarded[]): Allowance {
  const addresses = allowance.addresses.flatMap((one) => {
    const left = planned.find(({ stack, left }) => left && stack.name === one);
    return left === undefined ? [one] : protectedChanges(left.stack, left.changes).map(({ address }) => address);
  });
  return { ...allowance, addresses };
}

/**
 * Whether a stack that nothing describes any more is left alone: something in it is protected, and the allowance names
 * neither the stack nor any of that.
 */
export function isLeftAlone({ stack, changes, left }: Guarded, { addresses }: Allowance): boolean {
  const found = protectedChanges(stack, changes);
  const names = ['all', stack.name, ...found.map(({ address }) => address)];
  return left === true && found.length > 0 && !names.some((one) => addresses.includes(one));
}

/** What stands against these changes. An allowance that fits none of them is a problem too. */
export function protectionProblems(
  changes: readonly ProtectedChange[],
  allowance: Allowance,
  placeOf: (change: ProtectedChange) => string | undefined,
): Problem[] {
  const allowed = new Set(allowance.addresses);
  const known = new Set(changes.map(({ address }) => address));
  const refused = allowed.has('all') ? [] : changes.filter(({ address }) => !allowed.has(address));
  return [
    ...refused.map((change) => DEPLOY_PROTECTED.at(placeOf(change) ?? change.address, change)),
    ...allowance.addresses
      .filter((address) => address !== 'all' && !known.has(address))
      .map((address) => DEPLOY_ALLOWED_NOTHING.at('--allow-destroy', { address })),
  ];
}

/** Keeps the reason beside the state, before anything is destroyed. */
export function recordAllowance(
  file: string,
  changes: readonly ProtectedChange[],
  record: { readonly environment: string; readonly account: string; readonly reason: string },
): void {
  const at = new Date().toISOString();
  const lines = changes.map(({ address, action }) => JSON.stringify({ at, ...record, action, address }));
  if (lines.length > 0) appendFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
}
