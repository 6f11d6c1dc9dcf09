import { CLOUD_ZONE, CloudIndex } from '../../../stacks/cloud-index';
import { design } from '../../support/design-fixture';

const index = new CloudIndex(design());

test.each([
  ['network', 'extranet/edge', 'planes'],
  ['project', 'platform-management', 'planes'],
  ['subnet_pool', 'internet-v6', 'planes'],
  ['flavor', 'extranet-arm/c8m16', 'foundation'],
  ['dns_zone', CLOUD_ZONE, 'foundation'],
] as const)('the %s %s is made by %s', (kind, key, stack) => expect(index.makerOf(kind, key)).toBe(stack));

test('what no stack makes is named', () => {
  expect(() => index.makerOf('network', 'extranet/none')).toThrow(
    'the design names network extranet/none, and no stack of it makes that',
  );
  expect(() => index.network('x')).toThrow('network x');
  expect(() => index.plane('x')).toThrow('plane x');
});

test('a plane of another site is made by the stack of that site', () => {
  const one = design();
  const planes = one.planes.map((plane) => (plane.key === 'management' ? { ...plane, site: 'remote' } : plane));
  const stacks = [
    ...one.stacks,
    { key: 'planes-remote', kind: 'planes', site: 'remote', region: 'RegionTwo', after: [] } as const,
  ];
  const wide = new CloudIndex({ ...one, planes, stacks });
  expect(wide.makerOf('network', 'management/ops')).toBe('planes-remote');
  expect(wide.makerOf('network', 'extranet/edge')).toBe('planes');
});
