import { isValues, Reference, type Resource, Unresolved, type Value } from './resource';

/** Attributes that name an address of the thing itself; before apply they stay symbols. */
const ADDRESS_PATHS: Readonly<Record<string, RegExp>> = {
  openstack_networking_port_v2: /^(all_fixed_ips|fixed_ip)$/,
  openstack_networking_floatingip_v2: /^address$/,
  openstack_lb_loadbalancer_v2: /^vip_address$/,
  openstack_compute_instance_v2: /^(access_ip_v[46]|network)$/,
};

/** Ports that Neutron makes for a thing and that are named by an attribute of it: they stand for the thing itself. */
const PORT_PATHS: Readonly<Record<string, string>> = {
  openstack_lb_loadbalancer_v2: 'vip_port_id',
  openstack_networking_router_interface_v2: 'port_id',
};

/** All resources of one reading, and how their references lead from one to another. */
export class ResourceTable {
  private readonly byId: ReadonlyMap<string, Resource>;
  private readonly byKnownId = new Map<string, string>();
  private readonly byType = new Map<string, Resource[]>();

  constructor(readonly resources: readonly Resource[]) {
    this.byId = new Map(resources.map((resource) => [resource.id, resource]));
    for (const resource of resources) {
      if (typeof resource.values['id'] === 'string') this.byKnownId.set(resource.values['id'], resource.id);
      const alike = this.byType.get(resource.type);
      if (alike) alike.push(resource);
      else this.byType.set(resource.type, [resource]);
    }
  }

  find(id: string): Resource | undefined {
    return this.byId.get(id);
  }

  ofType(type: string): readonly Resource[] {
    return this.byType.get(type) ?? [];
  }

  /** Follows references as far as they lead: to a plain value, or to a resource's own id or address. */
  follow(value: Value, depth = 0): Value {
    if (value instanceof Unresolved && value.among.length === 1) return this.follow(value.among[0], depth);
    if (!(value instanceof Reference)) return value;
    const target = this.byId.get(value.id);
    if (!target || depth > 32) return new Unresolved(`${value.id}.${value.path.join('.')}`);
    if (value.path[0] === 'id' || this.isAddress(target, value)) return value;
    const found = step(target.values, value.path);
    if (found === undefined && PORT_PATHS[target.type] === value.path[0]) return value;
    return found === undefined || found === null
      ? new Unresolved(`${value.id}.${value.path.join('.')}`)
      : this.follow(found, depth + 1);
  }

  /** Which resource a value names: by reference, or by an id that is known already. Text is left as it is. */
  identity(value: Value): string | Unresolved | undefined {
    const followed = this.follow(value);
    if (followed instanceof Reference) return followed.id;
    if (typeof followed === 'string') return followed === '' ? undefined : (this.byKnownId.get(followed) ?? followed);
    if (followed instanceof Unresolved) return followed;
    return undefined;
  }

  /** Elements of a list; a single value, or an expression that mentions several, counts as its list. */
  list(value: Value): readonly Value[] {
    if (Array.isArray(value)) return (value as readonly Value[]).flatMap((one) => this.list(one));
    if (value === undefined || value === null) return [];
    if (value instanceof Unresolved && value.among.length > 1) return value.among;
    const followed = this.follow(value);
    return Array.isArray(followed) ? this.list(followed) : [value];
  }

  private isAddress(target: Resource, reference: Reference): boolean {
    return ADDRESS_PATHS[target.type]?.test(reference.path[0] ?? '') === true;
  }
}

function step(value: Value, path: readonly string[]): Value {
  const [key, ...rest] = path;
  if (key === undefined || value instanceof Reference || value instanceof Unresolved) return value;
  if (Array.isArray(value)) return step((value as readonly Value[])[Number(key)], rest);
  return isValues(value) ? step(value[key], rest) : undefined;
}
