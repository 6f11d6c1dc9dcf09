import * as pulumi from '@pulumi/pulumi';

/** What a program asks Pulumi to make, by type and name, as `networking.k8s.io/v1:NetworkPolicy ns/name`. */
export async function pulumiObjects(program: () => unknown): Promise<ReadonlyMap<string, Record<string, unknown>>> {
  const objects = new Map<string, Record<string, unknown>>();
  await pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs }) => {
      if (type.startsWith('kubernetes:')) objects.set(`${type.slice('kubernetes:'.length)} ${name}`, inputs);
      return { id: name, state: inputs };
    },
    call: ({ inputs }) => inputs,
  });
  await program();
  await pulumi.runtime.disconnect();
  return objects;
}
