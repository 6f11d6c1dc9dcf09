/** One error put into the engine's source: the text in `file` that is replaced, and by what. */
export interface DeliberateError {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly instead: string;
}

/** Ways to be wrong; each must be caught by comparing with OVN. */
export const deliberateErrors: readonly DeliberateError[] = [
  {
    name: 'the last port of a range is left out',
    file: 'proof/packets/service-line.ts',
    text: 'start + Math.min(PORTS - 1, to))',
    instead: 'start + Math.min(PORTS - 1, to) - (to > from ? 1 : 0))',
  },
  {
    name: 'ingress is not asked',
    file: 'proof/reach/rule-filter.ts',
    text: 'ingress: this.algebra.relations.unionAll(ingress) };',
    instead: 'ingress: this.everything };',
  },
  {
    name: 'egress is not asked',
    file: 'proof/reach/rule-filter.ts',
    text: 'return { egress: this.algebra.relations.unionAll(egress),',
    instead: 'return { egress: this.everything,',
  },
  {
    name: 'Neutron’s own egress rules are forgotten',
    file: 'proof/reach/rule-filter.ts',
    text: 'this.groups.get(group)?.defaultRules ? [this.everything] : []',
    instead: 'this.groups.get(group)?.defaultRules === undefined ? [this.everything] : []',
  },
  {
    name: 'a rule about a group means everybody',
    file: 'proof/reach/rule-filter.ts',
    text: 'return this.memberAddresses(rule.remote.group);',
    instead: 'return this.line.everything;',
  },
  {
    name: 'only the first group of a port counts',
    file: 'proof/reach/endpoint-classes.ts',
    text: 'const all = groups.map((group) => this.filters.of(group));',
    instead: 'const all = groups.slice(0, 1).map((group) => this.filters.of(group));',
  },
  {
    name: 'nobody is held to his own addresses',
    file: 'proof/reach/endpoint-classes.ts',
    text: 'sources: first.security ? own : this.line.everything,',
    instead: 'sources: this.line.everything,',
  },
  {
    name: 'address pairs are forgotten',
    file: 'proof/reach/endpoint-classes.ts',
    text: 'members.flatMap((port) => [...port.addresses, ...port.pairs])',
    instead: 'members.flatMap((port) => [...port.addresses])',
  },
  {
    name: 'port security that is off is not noticed',
    file: 'proof/reading/read-ports.ts',
    text: "(port.flag('port_security_enabled') ?? byId.get(network)?.portSecurity ?? true) &&",
    instead: 'true &&',
  },
  {
    name: 'a port without port security answers for its own addresses only',
    file: 'proof/reach/endpoint-classes.ts',
    text: 'receives: this.algebra.lines.union(one.owns, free)',
    instead: 'receives: one.owns',
  },
  {
    name: 'address groups are enforced on OVN',
    file: 'proof/reach/rule-filter.ts',
    text: "if (this.driver.has('address-group-admits-all')) return this.line.everything;",
    instead: '',
  },
  {
    name: 'the families are mixed',
    file: 'proof/reach/rule-filter.ts',
    text: 'this.algebra.lines.intersect(this.remote(rule), family)',
    instead: 'this.remote(rule)',
  },
  {
    name: 'floating IPs lead nowhere',
    file: 'proof/reach/translation.ts',
    text: 'if (!outside || !target) continue;',
    instead: 'if (!forwarding || !outside || !target) continue;',
  },
  {
    name: 'sources are not translated at a gateway',
    file: 'proof/reach/source-translation.ts',
    text: 'if (!rest || !gateway?.snat || !address',
    instead: 'if (rest || !gateway?.snat || !address',
  },
  {
    name: 'a floating IP is read the wrong way round',
    file: 'proof/reach/translation.ts',
    text: 'const toward = beams.toward(beam, outside);',
    instead: 'const toward = beams.toward(beam, inside);',
  },
  {
    name: 'a floating IP is not seen as the source outside',
    file: 'proof/reach/source-translation.ts',
    text: 'const own = rest && !port ? this.beams.from(rest, inside) : undefined;',
    instead: 'const own = undefined;',
  },
  {
    name: 'a forwarded port stands for every port of its address',
    file: 'proof/reach/translation.ts',
    text: 'toward && forwarding ? beams.carrying(toward, forwarding.outside) : toward',
    instead: 'toward',
  },
  {
    name: 'a forwarded port keeps its outer number inside',
    file: 'proof/reach/translation.ts',
    text: '...(forwarding && { service: forwarding.inside })',
    instead: '...{}',
  },
  {
    name: 'routes of routers are ignored',
    file: 'proof/reach/forwarding.ts',
    text: '...this.routes(), ',
    instead: '',
  },
  {
    name: 'the shortest prefix wins',
    file: 'proof/reach/forwarding.ts',
    text: '.sort((a, b) => b - a)',
    instead: '.sort((a, b) => a - b)',
  },
  {
    name: 'whoever is on the wire takes what is for a next hop',
    file: 'proof/reach/handed-over.ts',
    text: 'if (!lines.overlaps(to.owns, hop)) return lines.empty;',
    instead: '',
  },
  {
    name: 'only one router of a wire is used',
    file: 'proof/reach/journeys.ts',
    text: 'const made = this.sides(wire).map((side) => {',
    instead: 'const made = this.sides(wire).slice(0, 1).map((side) => {',
  },
  {
    name: 'host routes are ignored',
    file: 'proof/reach/usual-routes.ts',
    text: '    ...routes,\n',
    instead: '',
  },
  {
    name: 'networks on one segment are apart',
    file: 'proof/reach/wires.ts',
    text: 'else if (this.of(other.id) !== this.of(network.id)) {',
    instead: "else if (this.of(other.id) === '') {",
  },
  {
    name: 'a listener takes everybody',
    file: 'proof/reach/endpoint-classes.ts',
    text: 'one.allowedPrefixes.length > 0 ? this.line.sets(one.allowedPrefixes) : this.line.everything',
    instead: 'this.line.everything',
  },
  {
    name: 'members take everything from a load balancer',
    file: 'proof/reach/reachability.ts',
    text: 'this.pieces.of(to.ingress)',
    instead: 'this.pieces.of(from.balancer ? this.filters.everything : to.ingress)',
  },
];
