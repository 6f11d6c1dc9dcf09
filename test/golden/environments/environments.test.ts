import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '../../../environments/read-environment';
import { designEnvironment } from '../../../model/design/design-environment';
import { addressFaults, groupsOf, networksOf, overlapping } from '../../property/model/design-oracle';
import { platformList, tenantList } from './design-list';

const ROOT = join(__dirname, '..', '..', '..', 'environments');
const IDS = ['hebei', 'liaoning', 'qinghai', 'guangxi/liuzhou', 'guangxi/liuzhou/liucheng', 'suizhou'];
/** Departments that stand in the list in full where there are too many for all. */
const IN_FULL: Readonly<Record<string, readonly string[]>> = {
  hebei: ['finance'],
  liaoning: ['finance'],
  qinghai: ['health'],
};

const designs = new Map(IDS.map((id) => [id, designEnvironment(readEnvironment(ROOT, id))]));
const of = (id: string) => designs.get(id) as NonNullable<ReturnType<typeof designs.get>>;

/** One line of a department that is not listed: how much it has, and a digest that changes with any of it. */
function digest(key: string, lines: readonly string[]): string {
  const count = (kind: string) => lines.filter((one) => one.split(' ')[1] === kind).length;
  const kinds = ['project', 'network', 'group', 'port', 'volume', 'entry'].map((kind) => `${kind}s=${count(kind)}`);
  return `tenant-${key} digest ${createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 12)} ${kinds.join(' ')}`;
}

describe.each(IDS)('the design of %s', (id) => {
  /** `UPDATE_GOLDEN=1 npx jest test/golden/environments` writes the lists anew; read what changed before committing. */
  it('is the reviewed one', () => {
    const full = IN_FULL[id];
    const departments = of(id).tenants.flatMap((tenant) => {
      const lines = tenantList(tenant);
      return full === undefined || full.includes(tenant.key) ? lines : [digest(tenant.key, lines)];
    });
    const text = `${[...platformList(of(id)), ...departments].join('\n')}\n`;
    const file = join(__dirname, `${id.replaceAll('/', '-')}.txt`);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
    expect(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []).toEqual(text.split('\n'));
  });

  it('has its addresses apart and where they belong', () => {
    expect(addressFaults(of(id))).toEqual([]);
  });

  it('keeps within what Neutron takes', () => {
    const groups = groupsOf(of(id));
    expect(groups.filter((group) => group.rules.length > 50).map((group) => group.key)).toEqual([]);
    const tags = [...groups, ...networksOf(of(id))].flatMap((one) => one.tags);
    expect(tags.filter((tag) => tag.length > 60 || tag.includes(','))).toEqual([]);
    const names = [...groups, ...networksOf(of(id))].map((one) => one.name);
    expect(names.filter((name) => name.length > 255)).toEqual([]);
  });

  it('names the flows of every rule in full', () => {
    const ids = new Set(of(id).intent.flows.map((flow) => flow.id));
    const rules = groupsOf(of(id)).flatMap((group) => group.rules);
    const nameless = rules.filter(
      ({ description }) =>
        !ids.has(description.split(' ').slice(0, 2).join(' ')) &&
        ![...ids].some((one) => description.startsWith(`${one} `)),
    );
    expect(nameless.map((rule) => rule.description)).toEqual([]);
  });
});

it('no two environments share an address', () => {
  const blocks = IDS.flatMap((id) =>
    of(id).planes.flatMap((plane) => [...plane.blocks, ...plane.reachable].map((block) => ({ name: id, block }))),
  );
  expect(overlapping(blocks)).toEqual([]);
});
