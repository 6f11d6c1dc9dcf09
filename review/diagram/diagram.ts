import type { Design } from '../../model/design/design';
import type { AllowedFlow, FlowEnd } from '../../model/flow';
import type { PlaneRole } from '../../model/plane-role';

/** A cloud as a picture: planes, zones, departments and what passes between them. Plain data without positions. */
export interface Diagram {
  readonly environment: string;
  readonly name: string;
  readonly outside: readonly DiagramNode[];
  readonly planes: readonly DiagramPlane[];
  readonly links: readonly DiagramLink[];
}

export interface DiagramPlane {
  readonly key: string;
  readonly role: PlaneRole;
  /** Zones of the platform, with what stands in them. */
  readonly platform: readonly { readonly zone: string; readonly nodes: readonly DiagramNode[] }[];
  /** Zones from which departments have their networks. */
  readonly zones: readonly string[];
  readonly tiers: readonly DiagramTier[];
}

export interface DiagramNode {
  /** Label of the end in the intent: `finance/budget/app`, `internet/dmz`, `Internet`. */
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  readonly place?: string;
}

export interface DiagramTier extends DiagramNode {
  readonly tenant: string;
  readonly plane: string;
  readonly zone: string;
}

export type LinkChange = 'opened' | 'doubted' | 'closed';

export interface DiagramLink {
  readonly from: string;
  readonly to: string;
  /** `F10 finance/budget/app-to-db · tcp/5432`, one for each flow between the two. */
  readonly flows: readonly string[];
  readonly place: string;
  /** `doubted`: it is no longer known what passes. */
  readonly change?: LinkChange;
}

/** Rows that every host has with the platform. A picture of them would be of nothing else; the text has them. */
const STANDING = ['F14', 'F16', 'F17', 'F18', 'F20', 'F21', 'F22'];

/** Draws what a design decides; links are the flows that the environment declares, and its entries. */
export function diagramOf(design: Design): Diagram {
  const planes = design.planes.map((plane): DiagramPlane => {
    const zones = plane.zones.filter(({ network }) => network === undefined).map(({ key }) => key);
    const platform = plane.zones
      .filter(({ network }) => network !== undefined)
      .map(({ key }) => ({ zone: key, nodes: platformNodes(design, plane.key, key) }));
    return { key: plane.key, role: plane.role, platform, zones, tiers: tiersOf(design, plane.key) };
  });
  const known = new Set(
    planes.flatMap((one) => [...one.tiers, ...one.platform.flatMap(({ nodes }) => nodes)].map(({ key }) => key)),
  );
  const { links, outside } = linksOf(design, known);
  return { environment: design.environment, name: design.name, outside, planes, links };
}

function platformNodes({ intent }: Design, plane: string, zone: string): DiagramNode[] {
  return intent.ends
    .filter((end) => end.tenant === undefined && end.zone?.plane === plane && end.zone.key === zone)
    .map(({ label, zone: at }) => ({ key: label, label: label.replace(`${plane}/`, ''), detail: at?.kind ?? '' }));
}

function tiersOf({ tenants }: Design, plane: string): DiagramTier[] {
  return tenants.flatMap(({ key: tenant, vpcs }) =>
    vpcs
      .filter((vpc) => vpc.plane === plane)
      .flatMap((vpc) =>
        vpc.tiers.map(({ key, zone, ports, flavor, mlps, place }) => ({
          key,
          label: key.slice(tenant.length + 1),
          detail: `${ports.length} × ${flavor} · MLPS ${mlps}`,
          tenant,
          plane,
          zone,
          place,
        })),
      ),
  );
}

function linksOf(design: Design, known: ReadonlySet<string>) {
  const outside = new Map<string, DiagramNode>();
  const links = new Map<string, { from: string; to: string; flows: string[]; place: string }>();
  const node = (end: FlowEnd): string | undefined => {
    const tier = end.label.replace(/^entry /, '');
    const key =
      end.label === tier
        ? tier
        : end.zone?.plane && known.has(`${end.zone.plane}/${end.zone.key}`)
          ? `${end.zone.plane}/${end.zone.key}`
          : tier;
    if (known.has(key)) return key;
    if (end.zone || end.label.startsWith('all zones of ')) return undefined;
    const label = end.tenant === undefined ? end.label : 'extranet users';
    outside.set(label, { key: label, label, detail: '' });
    return label;
  };
  for (const flow of design.intent.flows) {
    if (STANDING.includes(flow.row)) continue;
    const [from, to] = [node(flow.from), node(flow.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const key = `${from}\t${to}`;
    const link = links.get(key) ?? { from, to, flows: [], place: flow.place };
    link.flows.push(flowWords(flow));
    links.set(key, link);
  }
  return { links: [...links.values()], outside: [...outside.values()].sort((a, b) => (a.key < b.key ? -1 : 1)) };
}

function flowWords({ id, ports }: AllowedFlow): string {
  const services = ports.map(({ protocol, from, to }) =>
    protocol === 'icmp' ? 'icmp' : `${protocol}/${from === to ? from : `${from}-${to}`}`,
  );
  return `${id} · ${services.join(', ')}`;
}
