import { join } from 'node:path';
import { clusterObjects } from '../../../constructs/kubernetes/objects/cluster-objects';
import { readEnvironment } from '../../../environments/read-environment';
import { designEnvironment } from '../../../model/design/design-environment';
import { clusterInputsOf } from '../../../stacks/kubernetes/cluster-inputs-of';
import { clusterProgram } from '../../../stacks/kubernetes/cluster-program';
import { pulumiObjects } from '../../support/pulumi-objects';

const ROOT = join(__dirname, '..', '..', '..', 'environments');
type Annotated = { metadata: { annotations?: Record<string, string> } } & Record<string, unknown>;

/** Without what is for Pulumi alone. */
function plain({ metadata: { annotations, ...metadata }, ...rest }: Annotated): object {
  const kept = Object.entries(annotations ?? {}).filter(([name]) => !name.startsWith('pulumi.com/'));
  return { ...rest, metadata: { ...metadata, ...(kept.length > 0 && { annotations: Object.fromEntries(kept) }) } };
}

/** What is proved, judged and rendered is what Pulumi is asked to make. */
test.each(['hebei', 'guangxi/liuzhou/liucheng'])(
  'the program of each cluster of %s makes the objects of its design',
  async (id) => {
    const design = designEnvironment(readEnvironment(ROOT, id));
    expect(design.clusters?.length).toBeGreaterThan(0);
    for (const cluster of design.clusters ?? []) {
      const inputs = clusterInputsOf(design, cluster);
      const made = [...(await pulumiObjects(clusterProgram(cluster, inputs))).values()] as Annotated[];
      const designed = clusterObjects(cluster, inputs);
      const key = (object: object) => JSON.stringify(object);
      const sorted = (objects: readonly object[]) =>
        objects.map((object) => JSON.parse(key(object)) as object).sort((a, b) => (named(a) < named(b) ? -1 : 1));
      expect(sorted(made.map(plain))).toEqual(sorted(designed));
      expect(made.every(({ metadata }) => metadata.annotations?.['pulumi.com/patchForce'] === 'true')).toBe(true);
    }
  },
);

function named(object: object): string {
  const { kind, metadata } = object as { kind: string; metadata: { name: string; namespace?: string } };
  return `${kind} ${metadata.namespace} ${metadata.name}`;
}
