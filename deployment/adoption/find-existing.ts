import type { OpenStackClient } from '../openstack/openstack-client';
import { CloudLookup } from './cloud-lookup';
import type { Found } from './natural-key';
import { naturalKeys } from './natural-keys';
import { resolved, type WrittenResource } from './written-resource';

export interface FindExistingProps {
  readonly cloud: OpenStackClient;
  readonly resources: readonly WrittenResource[];
  /** Attributes of what the state has already: it is not looked for. */
  readonly managed: (address: string) => Readonly<Record<string, unknown>> | undefined;
  /** Value of an input of the stack, or `undefined` while it has none. */
  readonly variable: (name: string) => string | undefined;
  /** Things that were made before are not looked at, in milliseconds since 1970; those that do not say count. @default 0 */
  readonly since?: number;
}

export interface Existing {
  /** Found once, with what `import` takes. */
  readonly matched: readonly (Found & { readonly address: string })[];
  /** Found more than once. */
  readonly ambiguous: readonly { readonly address: string; readonly ids: readonly string[] }[];
  /** Not there, or in something that is not there. */
  readonly missing: readonly string[];
}

/** Looks for resources in the cloud by their natural keys: first what stands alone, then what stands in what was found. */
export async function findExisting(props: FindExistingProps): Promise<Existing> {
  const cloud = new CloudLookup(props.cloud);
  const hits = new Map<string, Found>();
  const ambiguous = new Map<string, readonly string[]>();
  const known = {
    resource: (address: string) => props.managed(address) ?? hits.get(address)?.attributes,
    variable: props.variable,
  };
  let waiting = props.resources.filter(
    ({ address, type }) => !props.managed(address) && naturalKeys[type] !== undefined,
  );
  for (let progress = true; progress; ) {
    progress = false;
    const still: WrittenResource[] = [];
    for (const resource of waiting) {
      const key = naturalKeys[resource.type];
      const wanted = Object.fromEntries(
        Object.entries(resource.attributes).map(([name, value]) => [name, resolved(value, known)] as const),
      );
      const scope = resource.scope === undefined ? props.cloud.session.projectId : resolved(resource.scope, known);
      const open = key?.needs.some((name) => resource.attributes[name] !== undefined && wanted[name] === undefined);
      if (key === undefined || open || typeof scope !== 'string') {
        still.push(resource);
        continue;
      }
      progress = true;
      const all = (await key.find(cloud, wanted, scope)).filter(
        ({ created }) => created === undefined || Date.parse(zoned(created)) >= (props.since ?? 0),
      );
      const [only] = all;
      if (all.length === 1 && only !== undefined) hits.set(resource.address, only);
      else if (all.length > 1)
        ambiguous.set(
          resource.address,
          all.map(({ importId }) => importId),
        );
    }
    waiting = still;
  }
  const missing = props.resources.filter(
    ({ address, type }) =>
      naturalKeys[type] !== undefined && !props.managed(address) && !hits.has(address) && !ambiguous.has(address),
  );
  return {
    matched: [...hits].map(([address, one]) => ({ address, ...one })),
    ambiguous: [...ambiguous].map(([address, ids]) => ({ address, ids })),
    missing: missing.map(({ address }) => address),
  };
}

/** OpenStack's services give UTC, some without saying so. */
function zoned(time: string): string {
  return /(Z|[+-]\d\d:?\d\d)$/.test(time) ? time : `${time}Z`;
}
