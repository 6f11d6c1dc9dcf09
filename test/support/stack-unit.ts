import type { StackUnit } from '../../deployment/stack-unit';

/** A stack to be deployed, of which only what a test is about is given. */
export function unit(name: string, more: Partial<StackUnit> = {}): StackUnit {
  const kind = name.startsWith('tenant-') ? 'tenant' : (name as StackUnit['kind']);
  return {
    name,
    state: name,
    folder: `/nowhere/${name}`,
    after: [],
    inputs: {},
    places: {},
    site: 'main',
    region: 'r1',
    backend: 'local',
    kind,
    ...more,
  };
}
