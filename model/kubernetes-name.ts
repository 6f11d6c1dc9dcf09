import { stableHash } from './stable-hash';

/** RFC 1123: what a label of the DNS holds, and so the name of a namespace, a Service or a container. */
const LONGEST = 63;

/**
 * A name of Kubernetes from parts: joined by hyphens. One that is too long keeps its beginning and ends in the hash of
 * the whole, so that it is the same on every machine and differs from every other.
 */
export function kubernetesName(...parts: readonly string[]): string {
  const whole = parts.join('-').replaceAll('/', '-');
  if (whole.length <= LONGEST) return whole;
  const hash = stableHash(whole).toString(16).padStart(8, '0');
  return `${whole.slice(0, LONGEST - hash.length - 1).replace(/-+$/, '')}-${hash}`;
}

const LABEL_VALUE = /^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$/;
const LABEL_PART = /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;
const PREFIX = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** Whether the API server takes it as the value of a label. */
export function isLabelValue(value: string): boolean {
  return LABEL_VALUE.test(value);
}

/** Whether the API server takes it as the name of a label: a name, or a DNS name, a slash and a name. */
export function isLabelName(name: string): boolean {
  const parts = name.split('/');
  const own = parts.at(-1) ?? '';
  const prefix = parts.length === 2 ? parts[0] : undefined;
  if (parts.length > 2 || !LABEL_PART.test(own)) return false;
  return prefix === undefined || (prefix.length <= 253 && PREFIX.test(prefix));
}
