/** The parts of an image with a digest: `registry.gov.example/finance/portal:1.2@sha256:…`. */
export interface ImageReference {
  readonly registry: string;
  readonly repository: string;
  readonly digest: string;
}

export type ImageFault = 'malformed' | 'no registry' | 'no digest' | 'bad digest';

const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/;
const REPOSITORY = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Reads the grammar of the distribution project as far as SHA-256 goes, or says what is wrong with it. */
export function parseImage(text: string): ImageReference | ImageFault {
  const [named = '', digest, ...more] = text.split('@');
  if (more.length > 0) return 'malformed';
  const [registry = '', ...path] = named.split('/');
  const [last = '', tag, ...rest] = (path.at(-1) ?? '').split(':');
  const repository = [...path.slice(0, -1), last].join('/');
  const tagged = rest.length === 0 && (tag === undefined || TAG.test(tag));
  if (path.length === 0) return REPOSITORY.test(named.split(':')[0] ?? '') ? 'no registry' : 'malformed';
  if (!HOST.test(registry) || !REPOSITORY.test(repository) || !tagged) return 'malformed';
  if (!/[.:]/.test(registry) && registry !== 'localhost') return 'no registry';
  if (digest === undefined) return 'no digest';
  return DIGEST.test(digest) ? { registry, repository, digest } : 'bad digest';
}
