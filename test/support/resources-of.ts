import { App, TerraformStack } from 'cdktf';
import type { TerraformJson } from '../../model/emitted-stack';
import { resolvedDefinition } from '../../stacks/resolved-definition';

export function testStack(): TerraformStack {
  return new TerraformStack(new App({ outdir: '.', skipValidation: true }), 'test');
}

/** What a stack holds after `build`. */
export function definitionOf(build: (stack: TerraformStack) => void): TerraformJson {
  const stack = testStack();
  build(stack);
  return resolvedDefinition(stack);
}

/** The resources of a stack by address, `TYPE.NAME` without the `openstack_` of the type. */
export function resourcesOf(build: (stack: TerraformStack) => void): Record<string, Record<string, unknown>> {
  const { resource = {} } = definitionOf(build);
  const all = Object.entries(resource).flatMap(([type, named]) =>
    Object.entries(named).map(([name, values]) => [`${type.replace('openstack_', '')}.${name}`, values]),
  );
  return Object.fromEntries(all);
}
