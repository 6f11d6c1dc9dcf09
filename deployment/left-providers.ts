import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EmittedStack, presentAddress } from '../model/emitted-stack';
import { writtenDefinition } from './stack-folders';
import type { StackState } from './stack-state';
import type { StackUnit } from './stack-unit';

/** File beside a stack with providers of what only its state has. */
export const LEFT_PROVIDERS = 'egov-providers.tf.json';

/**
 * Gives a stack the providers without which OpenTofu cannot take away what is written no more: those of projects that
 * the state has and the stack has not, and all of them where the stack itself is lost. `like` is another stack of the
 * same environment. Answers whether there are any.
 */
export function writeLeftProviders(stack: StackUnit, state: StackState, like: StackUnit | undefined): boolean {
  const written = writtenDefinition(stack);
  const lost = written.resource === undefined;
  const aliases = leftAliases(written, state);
  const file = join(stack.folder, LEFT_PROVIDERS);
  if (aliases.length === 0 && !lost) {
    rmSync(file, { force: true });
    return false;
  }
  const scoped = aliases.map(({ alias, project }) => ({ alias, cloud: '', region: stack.region, tenant_id: project }));
  const openstack = [...(lost ? [{ region: stack.region }] : []), ...scoped];
  const { required_providers } = ((like && writtenDefinition(like)['terraform']) ?? {}) as {
    required_providers?: object;
  };
  const terraform = lost && required_providers !== undefined ? { terraform: { required_providers } } : {};
  const provider = required_providers === undefined && lost ? {} : { provider: { openstack } };
  writeFileSync(file, JSON.stringify({ ...terraform, ...provider }, null, 2));
  return true;
}

interface Alias {
  readonly alias: string;
  /** Id of the project in which it works. */
  readonly project: string;
}

function leftAliases(written: EmittedStack['definition'], { resources }: StackState): Alias[] {
  const { openstack = [] } = (written['provider'] ?? {}) as { openstack?: readonly { alias?: string }[] | object };
  const known = new Set((Array.isArray(openstack) ? openstack : [openstack]).map(({ alias }) => alias));
  const now = presentAddress({ definition: written });
  const scopes = new Set([...resources.values()].flatMap(({ scope }) => scope ?? []));
  return [...scopes].sort().flatMap((alias) => {
    const project = resources.get(now(`openstack_identity_project_v3.${alias}`))?.id;
    return known.has(alias) || project === undefined ? [] : [{ alias, project }];
  });
}
