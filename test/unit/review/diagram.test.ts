import type { Diagram, DiagramTier } from '../../../review/diagram/diagram';
import { layOut, type PlacedNode } from '../../../review/diagram/layout';
import { mermaid } from '../../../review/diagram/mermaid';
import { svg } from '../../../review/diagram/svg';

function tier(tenant: string, zone: string, name: string): DiagramTier {
  return { key: `${tenant}/${name}`, label: name, detail: '', tenant, plane: 'extranet', zone };
}

function diagram(tiers: readonly DiagramTier[]): Diagram {
  return {
    environment: 'hebei',
    name: '河北省',
    outside: [],
    planes: [{ key: 'extranet', role: 'extranet', platform: [], zones: ['dept', 'data'], tiers }],
    links: [],
  };
}

const tiers = Array.from({ length: 200 }, (_, index) => {
  const tenant = `tenant-${String(Math.floor(index / 4)).padStart(3, '0')}`;
  return tier(tenant, index % 2 === 0 ? 'dept' : 'data', `system-${index % 4}`);
});

/** How many nodes of `before` stand elsewhere in `after`. */
function moved(before: readonly PlacedNode[], after: readonly PlacedNode[]): number {
  const places = new Map(after.map(({ node, x, y }) => [node.key, `${x} ${y}`]));
  return before.filter(({ node, x, y }) => places.get(node.key) !== `${x} ${y}`).length;
}

test('one tier more moves nothing as long as its department has a slot', () => {
  const before = layOut(diagram(tiers)).nodes;
  for (const tenant of ['tenant-000', 'tenant-025', 'tenant-049'])
    expect(moved(before, layOut(diagram([...tiers, tier(tenant, 'dept', 'zz')])).nodes)).toBe(0);
});

test('a tier without a slot goes to a further row at the end and moves nothing', () => {
  const full = [...tiers, tier('tenant-010', 'dept', 'x'), tier('tenant-010', 'dept', 'y')];
  const [before, after] = [layOut(diagram(tiers)).nodes, layOut(diagram(full)).nodes];
  expect(moved(before, after)).toBe(0);
  const last = Math.max(...before.map(({ y }) => y));
  expect(after.find(({ node }) => node.key === 'tenant-010/y')?.y).toBeGreaterThan(last);
});

test('a new department moves nothing where the order of an earlier picture is given', () => {
  const order = [...new Set(tiers.map(({ tenant }) => tenant))];
  const before = layOut(diagram(tiers), order).nodes;
  expect(moved(before, layOut(diagram([...tiers, tier('a-first', 'dept', 's')]), order).nodes)).toBe(0);
});

test('the same diagram is the same picture', () => {
  expect(svg(diagram(tiers), 'zh')).toBe(svg(diagram(tiers), 'zh'));
});

test('names in Mermaid are text, whatever they hold', () => {
  const text = mermaid(diagram([tier('t', 'dept', '"]; click n0 "javascript:alert(1)" %%{init}%% <b>')]));
  const [line = ''] = text.split('\n').filter((one) => one.includes('javascript'));
  // Nothing but letters, digits and harmless punctuation stands as it is; the rest is entities.
  expect(line).toMatch(/^ +n0\["(?:[\p{L}\p{N} /:._-]|#\d+;)*"\]$/u);
});
