import { memberOf, rowOf } from '../../../cli/fleet/fleet-member';
import { checkFleet } from '../../../model/fleet-check';
import { environmentOf, type WrittenEnvironment, writtenEnvironment } from '../../support/environment-builder';

type Blocks = Readonly<Record<string, { readonly blocks: readonly string[]; readonly reachable?: readonly string[] }>>;

/** An environment of one code; its planes have only what is compared between environments. */
function cloud(id: string, adcode: string, blocks: Blocks = {}, more: Partial<WrittenEnvironment> = {}) {
  const planes = Object.entries(blocks).map(([key, plane]) => [
    key,
    { physnet: `physnet-${key}`, segments: '100-199', ...plane },
  ]);
  return environmentOf(
    { ...writtenEnvironment(), adcode, planes: Object.fromEntries(planes), ...more } as WrittenEnvironment,
    id,
  );
}

const lines = (...clouds: ReturnType<typeof cloud>[]): string[] =>
  checkFleet(clouds).map(({ code, at, message, fix }) => `${code} ${at} · ${message.en} · ${fix.en}`);

test('a folder inside an environment of another division is reported at its code', () => {
  expect(lines(cloud('guangxi/liuzhou', '450200'), cloud('guangxi/liuzhou/suixian', '421321'))).toEqual([
    'ADCODE_PARENT adcode · 421321 does not lie in 450200, the division of guangxi/liuzhou · correct the code, or move the folder out of guangxi/liuzhou',
  ]);
});

test('the nearest environment above counts, over folders that are none', () => {
  const province = cloud('guangxi', '450000');
  expect(lines(province, cloud('guangxi/cities/liuzhou', '450200'))).toEqual([]);
  expect(lines(province, cloud('guangxi/liuzhou', '450200'), cloud('guangxi/liuzhou/x', '450300'))).toEqual([
    expect.stringMatching(/^ADCODE_PARENT adcode · 450300 does not lie in 450200/),
  ]);
});

test('an id that starts like another one is not inside of it', () => {
  expect(lines(cloud('hebei', '130000'), cloud('hebei-old/x', '210000'))).toEqual([]);
});

test('two environments of one code are reported at the later id, whatever their order', () => {
  const expected = [
    'ADCODE_TAKEN adcode · 450200 is also the code of liuzhou · one environment per division: correct the code, or merge the folders',
  ];
  const [first, second] = [cloud('liuzhou', '450200'), cloud('liuzhou-new', '450200')];
  expect(lines(first, second)).toEqual(expected);
  expect(lines(second, first)).toEqual(expected);
});

test('a code that is none is left to the design', () => {
  expect(lines(cloud('x', '999999'), cloud('x/y', '421321'))).toEqual([]);
});

test('blocks of two environments that overlap are reported at the later one, whichever is the larger', () => {
  const [wide, narrow] = [{ extranet: { blocks: ['10.16.0.0/14'] } }, { storage: { blocks: ['10.17.0.0/20'] } }];
  expect(lines(cloud('a', '130000', wide), cloud('b', '210000', narrow))).toEqual([
    'NET_OVERLAP planes/storage/blocks/0 · 10.17.0.0/20 overlaps 10.16.0.0/14 of a extranet · move one of the two blocks',
  ]);
  expect(lines(cloud('a', '130000', narrow), cloud('b', '210000', wide))).toEqual([
    'NET_OVERLAP planes/extranet/blocks/0 · 10.16.0.0/14 overlaps 10.17.0.0/20 of a storage · move one of the two blocks',
  ]);
});

test('reachable blocks and IPv6 blocks are compared too', () => {
  const one = { extranet: { blocks: ['10.0.0.0/16', '2001:db8::/48'], reachable: ['59.192.0.0/24'] } };
  const other = { extranet: { blocks: ['10.1.0.0/16', '2001:db8::/52'], reachable: ['59.192.0.128/25'] } };
  expect(checkFleet([cloud('a', '130000', one), cloud('b', '210000', other)]).map(({ at }) => at)).toEqual([
    'planes/extranet/reachable/0',
    'planes/extranet/blocks/1',
  ]);
});

test('neighbours do not overlap, and what overlaps inside one environment is left to the design', () => {
  const inside = { extranet: { blocks: ['10.0.0.0/16'] }, storage: { blocks: ['10.0.1.0/24'] } };
  expect(lines(cloud('a', '130000', inside), cloud('b', '210000', { extranet: { blocks: ['10.1.0.0/16'] } }))).toEqual(
    [],
  );
});

test('nodes of a cluster are known outside of their cloud, pods and services are not', () => {
  const cluster = (nodes: string, pods: string, services: string) => ({
    kubernetes: {
      registry: 'registry.example',
      clusters: {
        extranet: { version: '1.34', api: [nodes], nodes: [nodes], pods: [pods], services: [services], nodePools: {} },
      },
    },
  });
  const own = (block: string) => ({ extranet: { blocks: [block] } });
  const first = cloud('a', '130000', own('10.1.0.0/16'), cluster('10.9.0.0/24', '172.20.0.0/16', '10.2.8.0/24'));
  const second = cloud('b', '210000', own('10.2.0.0/16'), cluster('10.9.0.0/25', '172.20.0.0/20', '172.30.0.0/16'));
  const expected = [
    'NET_OVERLAP planes/extranet/blocks/0 · 10.2.0.0/16 overlaps 10.2.8.0/24 of a extranet (services) · move one of the two blocks',
    'NET_OVERLAP kubernetes/clusters/extranet/api/0 · 10.9.0.0/25 overlaps 10.9.0.0/24 of a extranet (api) · move one of the two blocks',
    'NET_OVERLAP kubernetes/clusters/extranet/nodes/0 · 10.9.0.0/25 overlaps 10.9.0.0/24 of a extranet (api) · move one of the two blocks',
  ];
  expect(lines(first, second).sort()).toEqual([...expected].sort());
  const carried = [first, second].map((one) => memberOf(JSON.parse(JSON.stringify(rowOf(one)))));
  expect(checkFleet(carried)).toEqual(checkFleet([first, second]));
});

test('everything is reported at once', () => {
  const blocks = { extranet: { blocks: ['10.0.0.0/16'] } };
  const problems = checkFleet([
    cloud('a', '130000', blocks),
    cloud('a/b', '210000', blocks),
    cloud('c', '130000', blocks),
  ]);
  expect(problems.map(({ code }) => code)).toEqual(['ADCODE_PARENT', 'ADCODE_TAKEN', 'NET_OVERLAP', 'NET_OVERLAP']);
});
