/** A unit of deployment: one OpenTofu state. */
export interface StackDesign {
  /** `foundation`, `planes`, `gap`, `kubernetes`, `tenant-finance`; `planes-langfang` for another site. */
  readonly key: string;
  readonly kind: 'foundation' | 'planes' | 'gap' | 'kubernetes' | 'tenant';
  readonly site: string;
  /** OpenStack region of the site. */
  readonly region: string;
  /** Name of its state, where it is another than the key: that of the key under which it was first made. */
  readonly state?: string;
  /** The department, for a tenant stack. */
  readonly tenant?: string;
  /** Stacks that come first, because this one uses what they made. */
  readonly after: readonly string[];
}
