type Texts = Readonly<Record<string, string>>;

export interface MetadataProps {
  readonly name: string;
  /** @default - the object belongs to the whole cluster */
  readonly namespace?: string;
  /** @default - none */
  readonly labels?: Texts;
  /** @default - none */
  readonly annotations?: Texts;
  /** Whether to go on before the object is ready. @default false */
  readonly skipAwait?: boolean;
}

/**
 * Metadata of an object. It always has a name, so that what is in the program is what is in the cluster. What the
 * program says of a field holds: a change that somebody else made is named by a preview and taken back by an `up`,
 * where without the annotation server-side apply would refuse.
 */
export function metadata({ name, namespace, labels, annotations, skipAwait = false }: MetadataProps) {
  return {
    name,
    ...(namespace !== undefined && { namespace }),
    labels: labels ?? { 'app.kubernetes.io/managed-by': 'egov' },
    annotations: {
      ...annotations,
      'pulumi.com/patchForce': 'true',
      ...(skipAwait && { 'pulumi.com/skipAwait': 'true' }),
    },
  };
}

/** Name of a resource in its stack, unique together with its type. */
export function resourceName({ name, namespace }: Pick<MetadataProps, 'name' | 'namespace'>): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}
