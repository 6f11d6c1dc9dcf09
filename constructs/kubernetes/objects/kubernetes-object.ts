/** An object as it goes to the API server. */
export type KubernetesObject = Readonly<Record<string, unknown>> & {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMetadata;
};

type Texts = Readonly<Record<string, string>>;

export interface ObjectMetadata {
  readonly name: string;
  /** Absent where the object belongs to the whole cluster. */
  readonly namespace?: string;
  readonly labels: Texts;
  readonly annotations?: Texts;
}

export interface MetadataProps {
  readonly name: string;
  /** @default - the object belongs to the whole cluster */
  readonly namespace?: string;
  /** @default - that egov manages it */
  readonly labels?: Texts;
  /** @default - none */
  readonly annotations?: Texts;
}

/** Metadata of an object. It always has a name, so that what is in the program is what is in the cluster. */
export function metadata({ name, namespace, labels, annotations }: MetadataProps): ObjectMetadata {
  return {
    name,
    ...(namespace !== undefined && { namespace }),
    labels: labels ?? { 'app.kubernetes.io/managed-by': 'egov' },
    ...(annotations !== undefined && { annotations }),
  };
}

/** Name of an object among those of its kind in a cluster: `finance-budget-prod/quota`. */
export function objectName({ name, namespace }: Pick<ObjectMetadata, 'name' | 'namespace'>): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}
