import { run } from '../command-line';

test('a zone that does not exist is named with the one that was meant', async () => {
  const { code, err } = await run('flows suizhou --from civil-affairs/aid/apq');
  expect({ code, err }).toEqual({
    code: 64,
    err: [
      'USAGE_NAME egov flows --from',
      '  there is no zone or end civil-affairs/aid/apq',
      '  fix: did you mean civil-affairs/aid/app?',
    ],
  });
});

test('what one end reaches is told with the flows that allow it', async () => {
  const { code, out } = await run('flows suizhou --from civil-affairs/aid/app');
  expect(code).toBe(0);
  expect(out.map((line) => line.replace(/ {2,}/g, ' ').trim())).toContain(
    'civil-affairs/aid/app → civil-affairs/aid/db tcp/5432 F10 civil-affairs/aid/app-to-db',
  );
});

test('--csv has one line for each pair of --json', async () => {
  const { out: json } = await run('flows suizhou --json');
  const reached = JSON.parse(json.join('\n')) as { from: string; to: string }[];
  const { out: csv } = await run('flows suizhou --csv');
  expect(csv[0]).toBe('fromZone,toZone,from,to,sources,destinations,services,allowedBy,unallowed');
  expect(csv.slice(1).map((line) => line.split(',').slice(2, 4))).toEqual(reached.map(({ from, to }) => [from, to]));
});

test('zones are named with their plane, and a key alone means the zones of all planes', async () => {
  const titles = (lines: readonly string[]) => lines.filter((line) => /^\S+ → \S+$/.test(line));
  const { out } = await run('flows suizhou --from data');
  expect(titles(out)).toEqual(['extranet/data → extranet/edge', 'internet/data → internet/edge']);
  const { out: one } = await run('flows suizhou --from extranet/dept');
  expect(titles(one)).toEqual([
    'extranet/dept → extranet/data',
    'extranet/dept → extranet/edge',
    'extranet/dept → extranet/share',
    'extranet/dept → extranet/dept',
  ]);
});

test('load balancers are named by the tier that they serve, as senders and as receivers', async () => {
  const { out } = await run('flows suizhou --json');
  const reached = JSON.parse(out.join('\n')) as { from: string; to: string; allowedBy: readonly string[] }[];
  const entries = reached.flatMap(({ from, to }) => [from, to].filter((end) => end.startsWith('entry ')));
  expect([...new Set(entries)].sort()).toEqual(['entry civil-affairs/aid/app', 'entry data-bureau/exchange/desk']);
  const served = reached.filter(({ from }) => from === 'entry civil-affairs/aid/app').map(({ to }) => to);
  expect(served).toEqual(['civil-affairs/aid/app']);
});
