import { fieldsAt, itemsAt, textsAt } from '../../model/manifest-fields';
import type { Manifest } from '../manifest';
import { answering } from '../mlps/control';
import { podMakers } from '../pod-spec';
import { lookAtEach, type Policy } from '../policy';

const DIRECTIONS = ['Ingress', 'Egress'] as const;

export const k8sDefaultDeny: Policy = {
  ...answering('ACL-DENY', 'BND-EGRESS'),
  id: 'K8S-DEFAULT-DENY',
  title: { en: 'Every namespace denies what no policy admits, in both directions', zh: '命名空间默认拒绝出入向流量' },
  severity: 'high',
  scope: 'manifests',
  whole: true,
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
    const undone = (name: string, direction: string) => {
      const policy = manifests.find((one) => one.namespace === name && admitsAll(one, direction));
      return (
        policy && {
          en: `${policy.name} admits all ${direction.toLowerCase()} again`,
          zh: `${policy.name} 又放行全部 ${direction}`,
        }
      );
    };
    const denied = (name: string, direction: string) =>
      manifests.some((one) => one.namespace === name && denies(one, direction));
    return lookAtEach(things, ({ name }) =>
      DIRECTIONS.flatMap((direction) => {
        const message = denied(name, direction)
          ? undone(name, direction)
          : { en: `nothing denies ${direction.toLowerCase()} by default`, zh: `未默认拒绝 ${direction}` };
        return message ? [{ about: direction, message }] : [];
      }),
    );
  },
};

/** Whom the policy is for: every pod of its namespace, however that is written. */
function isForAll(spec: Manifest['object']): boolean {
  const selector = fieldsAt(spec, 'podSelector');
  return (
    Object.keys(fieldsAt(selector, 'matchLabels')).length === 0 && itemsAt(selector, 'matchExpressions').length === 0
  );
}

/** A policy for every pod that names the direction and admits nothing by itself. */
function denies({ kind, object }: Manifest, direction: string): boolean {
  if (kind !== 'NetworkPolicy') return false;
  const spec = fieldsAt(object, 'spec');
  if (!isForAll(spec)) return false;
  const rules = spec[direction.toLowerCase()];
  const types = textsAt(spec, 'policyTypes');
  const meant = types.length > 0 ? types.includes(direction) : direction === 'Ingress';
  return meant && (!Array.isArray(rules) || rules.length === 0);
}

/** Policies add up: one for every pod with a rule of no ends and no ports takes the denial back. */
function admitsAll({ kind, object }: Manifest, direction: string): boolean {
  if (kind !== 'NetworkPolicy') return false;
  const spec = fieldsAt(object, 'spec');
  const types = textsAt(spec, 'policyTypes');
  if (!isForAll(spec) || (types.length > 0 && !types.includes(direction))) return false;
  const peers = direction === 'Ingress' ? 'from' : 'to';
  return itemsAt(spec, direction.toLowerCase()).some(
    (rule) => itemsAt(rule, peers).length === 0 && itemsAt(rule, 'ports').length === 0,
  );
}
