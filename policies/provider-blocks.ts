import { isFields } from '../model/manifest-fields';
import type { ProviderBlock } from './subject';

/** Provider blocks of a `cdk.tf.json`: one object for each provider, or a list of aliases. */
export function providersOfDefinition(definition: Readonly<Record<string, unknown>>): readonly ProviderBlock[] {
  const { provider } = definition;
  return Object.entries(isFields(provider) ? provider : {}).flatMap(([name, given]) =>
    [given]
      .flat()
      .filter(isFields)
      .map((values) => {
        const alias = values['alias'];
        return { name: typeof alias === 'string' ? `${name}.${alias}` : name, values };
      }),
  );
}

/** Provider blocks of what `tofu show -json` prints: constants as they are, everything else as `${reference}`. */
export function providersOfPlan(plan: Readonly<Record<string, unknown>>): readonly ProviderBlock[] {
  const { configuration } = plan;
  const blocks = isFields(configuration) ? configuration['provider_config'] : undefined;
  return Object.entries(isFields(blocks) ? blocks : {}).flatMap(([name, block]) =>
    isFields(block) ? [{ name, values: constantsOf(block['expressions']) }] : [],
  );
}

function constantsOf(expressions: unknown): Readonly<Record<string, unknown>> {
  if (!isFields(expressions)) return {};
  return Object.fromEntries(
    Object.entries(expressions).map(([key, expression]) => [
      key,
      isFields(expression) ? constantOf(expression) : expression,
    ]),
  );
}

function constantOf(expression: Readonly<Record<string, unknown>>): unknown {
  if ('constant_value' in expression) return expression['constant_value'];
  const [first] = (expression['references'] as readonly string[] | undefined) ?? [];
  return first === undefined ? undefined : `\${${first}}`;
}
