import { TerraformDataSource, type TerraformResource, TerraformStack } from 'cdktf';

/**
 * A key as a construct id and as the name in a resource address: `finance/budget/app` becomes `finance_budget_app`,
 * `finance/budget/app.2` becomes `finance_budget_app__2`. Keys hold no underscore, so two keys never share an id.
 */
export function idOf(key: string): string {
  return key
    .replaceAll('/', '_')
    .replaceAll('.', '__')
    .replace(/[^A-Za-z0-9_-]/g, '-');
}

const taken = new WeakMap<TerraformStack, Map<string, string>>();

/**
 * Gives a resource or data source the address that its key names, in place of one with a hash in it. Throws where two
 * of one stack would have one address: CDKTF would merge them without a word.
 */
export function addressed<E extends TerraformResource | TerraformDataSource>(element: E, key: string): E {
  const stack = TerraformStack.of(element);
  const addresses = taken.get(stack) ?? new Map<string, string>();
  taken.set(stack, addresses);
  const address = addressOf(element, idOf(key));
  const holder = addresses.get(address);
  if (holder !== undefined)
    throw new Error(`${address}: both ${holder} and ${element.node.path} have this address; give one another id`);
  addresses.set(address, element.node.path);
  element.overrideLogicalId(idOf(key));
  return element;
}

function addressOf(element: TerraformResource | TerraformDataSource, name: string): string {
  const type = element.terraformResourceType;
  return TerraformDataSource.isTerraformDataSource(element) ? `data.${type}.${name}` : `${type}.${name}`;
}
