import type { Cidr } from '../../model/cidr';
import type { Profile } from '../../model/jurisdiction';
import type { SystemForm, UsualDepartment, UsualSystem } from './departments';
import type { DivisionAnswers } from './division-answers';

/** A tier of a usual system, as far as its cost goes. */
export interface UsualTier {
  readonly plane: 'extranet' | 'internet';
  readonly zone: string;
  readonly servers: number;
  readonly flavor: string;
}

/** Tiers of a form. From level 3 on each has two servers. */
export function tiersOf(form: SystemForm, mlps: number): Readonly<Record<string, UsualTier>> {
  const two = mlps > 2 ? 2 : 1;
  const forms: Readonly<Record<SystemForm, Readonly<Record<string, UsualTier>>>> = {
    portal: { web: { plane: 'internet', zone: 'app', servers: 2, flavor: 'c2m4' } },
    hall: {
      web: { plane: 'internet', zone: 'app', servers: 2, flavor: 'c4m8' },
      cache: { plane: 'internet', zone: 'data', servers: two, flavor: 'c4m8' },
    },
    office: {
      app: { plane: 'extranet', zone: 'dept', servers: 2, flavor: 'c4m8' },
      db: { plane: 'extranet', zone: 'data', servers: two, flavor: 'c4m16' },
    },
    exchange: {
      front: { plane: 'extranet', zone: 'share', servers: two, flavor: 'c4m16' },
      desk: { plane: 'extranet', zone: 'dept', servers: two, flavor: 'c4m8' },
    },
  };
  return forms[form];
}

const flows: Readonly<Record<SystemForm, string | undefined>> = {
  portal: undefined,
  hall: 'web-to-cache: { from: web, to: cache, ports: tcp/6379, purpose: 会话缓存 }',
  office: 'app-to-db: { from: app, to: db, ports: tcp/5236, purpose: 业务库 }',
  exchange: 'desk-to-front: { from: desk, to: front, ports: tcp/8443, purpose: 任务管理 }',
};

/** Which tier of a form is reached from outside of the department, and which one keeps data. */
const entries: Readonly<Record<SystemForm, string>> = { portal: 'web', hall: 'web', office: 'app', exchange: 'desk' };
const stores: Readonly<Partial<Record<SystemForm, string>>> = { office: 'db', exchange: 'front' };

/** The lines of `tenants/<key>.yaml` of a usual department. */
export function tenantText(
  { key, name, systems }: UsualDepartment,
  office: Cidr,
  { level, domain, mlps }: DivisionAnswers,
  year: string,
): string {
  const inExtranet = systems.some(({ form }) => form === 'office' || form === 'exchange');
  const lines = [`name: ${rankedName(name, level)}`];
  if (inExtranet) lines.push(`sources: [${office}]`);
  lines.push('systems:');
  for (const system of systems) lines.push(...systemLines(key, system, { domain, mlps, year }));
  return `${lines.join('\n')}\n`;
}

/** A committee, not a government, runs a development zone. */
function rankedName(name: string, level: Profile): string {
  if (/室$/.test(name)) return level === 'development-zone' ? name.replace('人民政府', '管理委员会') : name;
  return `${name}${level === 'province' ? '厅' : '局'}`;
}

interface Around {
  readonly domain: string;
  readonly mlps: number;
  readonly year: string;
}

function systemLines(tenant: string, { key, name, form, pii }: UsualSystem, around: Around): string[] {
  const { domain, mlps, year } = around;
  const tiers = Object.entries(tiersOf(form, mlps)).map(([tier, { plane, zone, servers, flavor }]) => {
    const entry =
      entries[form] === tier ? `, entry: { host: ${hostOf(tenant, key)}.${domain}, tls: ${tenant}-${year} }` : '';
    const store = stores[form] === tier ? ', volumes: { data: { sizeGiB: 200, backup: B1 } }' : '';
    return `      ${tier}: { plane: ${plane}, zone: ${zone}, servers: ${servers}, flavor: ${flavor}${entry}${store} }`;
  });
  const flow = flows[form];
  return [
    `  ${key}:`,
    `    name: ${name}`,
    `    mlps: ${mlps}`,
    ...(form === 'portal' ? ['    dataClass: public'] : []),
    ...(pii ? ['    pii: true'] : []),
    '    tiers:',
    ...tiers,
    ...(flow === undefined ? [] : ['    flows:', `      ${flow}`]),
  ];
}

/** The portal of a division is its first name on the Internet. */
function hostOf(tenant: string, system: string): string {
  return system === 'portal' ? 'www' : `${tenant}-${system}`;
}
