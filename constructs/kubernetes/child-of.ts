import type { ComponentResource, ComponentResourceOptions, CustomResourceOptions } from '@pulumi/pulumi';

/** Options of what a component makes. Pulumi gives children nothing of what their component comes after. */
export function childOf(
  parent: ComponentResource,
  { dependsOn }: ComponentResourceOptions = {},
): CustomResourceOptions {
  return { parent, ...(dependsOn !== undefined && { dependsOn }) };
}
