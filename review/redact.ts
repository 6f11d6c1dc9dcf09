import { sensitiveAttributes } from './sensitive-attributes';

/** Stands for what nobody may read in a review. */
export const HIDDEN = '***';

/** Names of attributes, variables and keys whose values are secrets whatever a schema says of them. */
const SECRET_NAME =
  /pass(word|wd|phrase)?$|pass(word|wd|phrase)|secret|token|credential|private_?key|api_?key|access_?key|psk|payload|user_?data|cloud_?init|kubeconfig|auth(entication)?_?(key|string)|^data$|string_?data|cookie|salt|pin$/i;
/** Names that only sound like it: a reference, a name, a type, or a length. */
const PUBLIC_NAME = /_(ref|refs|id|ids|name|type|content_type|encoding|version|count|expiry)$|^name$/i;
/** Values that are secrets wherever they stand. */
const SECRET_VALUE = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*/g,
  /(?<=:\/\/[^/\s:@]*:)[^/\s@]+(?=@)/g,
  /\b(?:gh[pousr]_|glpat-|AKIA|xox[abprs]-|eyJ[\w-]+\.eyJ)[\w.-]{8,}/g,
  /(?<=\b(?:password|passwd|secret|token|api[_-]?key)\s*[=:]\s*)[^\s,;"']+/gi,
  /^#(?:cloud-config|!\/)[\s\S]*/g,
];

/** Whether the values below an attribute are secret. `path` is `user_data`, `auth.password`, `secrets[0].payload`. */
export function isSecret(type: string, path: string): boolean {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '' && !/^\d+$/.test(step));
  if (steps.some((step) => sensitiveAttributes[type]?.includes(step))) return true;
  return steps.some((step) => SECRET_NAME.test(step) && !PUBLIC_NAME.test(step));
}

/** A text without the secrets that are recognised by their form. */
export function withoutSecretForms(text: string): string {
  return SECRET_VALUE.reduce((clean, form) => clean.replace(form, HIDDEN), text);
}

/** A value of an attribute as a reviewer may see it. `path` is where it stands in its resource. */
export function shown(type: string, path: string, value: unknown): unknown {
  if (isSecret(type, path)) return value === undefined || value === null ? value : HIDDEN;
  if (typeof value === 'string') return withoutSecretForms(value);
  if (Array.isArray(value)) return value.map((one, index) => shown(type, `${path}[${index}]`, one));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, shown(type, path === '' ? key : `${path}.${key}`, one)]),
    );
  return value;
}
