/** What holds for a whole cluster, whoever asks. */
export interface GuardrailsDesign {
  readonly plane: string;
  /** Images come from here: `registry.hebei.gov.example/`. */
  readonly imagePrefix: string;
  readonly nodePorts: 'refused' | 'admitted';
  /** Profiles of Pod Security that a namespace may enforce. */
  readonly podSecurity: readonly string[];
  /** Labels that every namespace of a department carries. */
  readonly labels: readonly string[];
  /** Namespaces of the cluster itself and of the platform, which the rules for departments leave alone. */
  readonly exempt: readonly string[];
  readonly priorities: readonly { readonly name: string; readonly value: number; readonly description: string }[];
  /** IngressClass of the plane, and the controller that answers for it. */
  readonly ingressClass: { readonly name: string; readonly controller: string };
  readonly storageClasses: readonly StorageClassDesign[];
  readonly administrators: readonly AdministratorDesign[];
}

/** A StorageClass whose volumes Cinder encrypts. */
export interface StorageClassDesign {
  readonly name: string;
  /** Volume type of the cloud. */
  readonly type: string;
}

/** One of the three separate administrators (三权分立). */
export interface AdministratorDesign {
  readonly role: 'system' | 'security' | 'audit';
  readonly group: string;
}
