import type { Manifest } from '../manifest';
import { answering } from '../mlps/control';
import { fieldsAt, podMakers, textsAt } from '../pod-spec';
import { lookAtEach, type Policy } from '../policy';

const DIRECTIONS = ['Ingress', 'Egress'] as const;

export const k8sDefaultDeny: Policy = {
  ...answering('ACL-DENY', 'BND-EGRESS'),
  id: 'K8S-DEFAULT-DENY',
  title: { en: 'Every namespace denies what no policy admits, in both directions', zh: '命名空间默认拒绝出入向流量' },
  severity: 'high',
  scope: 'manifests',
  why: {
    en: 'Without a NetworkPolicy every pod of a cluster reaches every other.',
    zh: '没有 NetworkPolicy 时，集群内所有 Pod 互通。',
  },
  fix: {
    en: 'add a NetworkPolicy for all pods without rules, for Ingress and Egress',
    zh: '增加对所有 Pod 生效的出入向默认拒绝策略',
  },
  check: ({ manifests }) => {
    const inhabited = new Set(podMakers(manifests).map((one) => one.namespace));
    const declared = manifests.filter((one) => one.kind === 'Namespace');
    const named = new Map(declared.map((one) => [one.name, one]));
    const things = [...new Set([...named.keys(), ...inhabited])].sort().map((name) => {
      const first = named.get(name) ?? manifests.find((one) => one.namespace === name);
      const { place = name, mlps = 0 } = first ?? {};
      return { key: `Namespace ${name === '' ? 'default' : name}`, place, mlps, name };
    });
    const denied = (name: string, direction: string) =>
      manifests.some((one) => one.namespace === name && denies(one, direction));
    return lookAtEach(things, ({ name }) =>
      DIRECTIONS.filter((direction) => !denied(name, direction)).map((direction) => ({
        about: direction,
        message: { en: `nothing denies ${direction.toLowerCase()} by default`, zh: `未默认拒绝 ${direction}` },
      })),
    );
  },
};

/** A policy for every pod that names the direction and admits nothing by itself. */
function denies({ kind, object }: Manifest, direction: string): boolean {
  if (kind !== 'NetworkPolicy') return false;
  const spec = fieldsAt(object, 'spec');
  if (Object.keys(fieldsAt(spec, 'podSelector')).length > 0) return false;
  const rules = spec[direction.toLowerCase()];
  const types = textsAt(spec, 'policyTypes');
  const meant = types.length > 0 ? types.includes(direction) : direction === 'Ingress';
  return meant && (!Array.isArray(rules) || rules.length === 0);
}
