/** A folder with a `cdk.tf.json`, and what to call it when it has a problem. */
export interface StackFolder {
  readonly name: string;
  readonly folder: string;
  /** Resource address to the place that asked for it, `file:line:column`. @default none is known */
  readonly places?: Readonly<Record<string, string>>;
}
