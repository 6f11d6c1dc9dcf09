import { answerJson, type Context } from '../context';
import { ExitCode } from '../exit-code';
import { table } from '../table';
import { type ClustersInputs, workWithStacks } from './work-on-clusters';

/** Prints what the clusters of an environment hand on, as of their last apply. Asks no cluster. */
export function outputClusters(inputs: ClustersInputs, context: Context): Promise<ExitCode | undefined> {
  return workWithStacks('output', inputs, context, async ({ pulumi, stacks }) => {
    const outputs = new Map<string, Readonly<Record<string, unknown>>>();
    for (const stack of stacks) outputs.set(stack.name, await pulumi.outputs(stack));
    if (context.json) answerJson(context, { environment: inputs.id, stacks: Object.fromEntries(outputs) });
    else
      for (const line of table({
        rows: [...outputs].flatMap(([stack, values]) =>
          Object.entries(values).map(([name, value]) => [
            stack,
            name,
            Array.isArray(value) ? value.join(' ') : `${value}`,
          ]),
        ),
      }))
        context.output.data(line);
    return ExitCode.ok;
  });
}
