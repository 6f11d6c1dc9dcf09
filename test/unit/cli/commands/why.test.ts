import { run } from '../command-line';

const [APP, DB] = ['civil-affairs/aid/app', 'civil-affairs/aid/db'];

test('an end that does not exist is named with those that look like it', async () => {
  const { code, out, err } = await run(`why suizhou civil-affairs/ad/app ${DB} tcp/5432`);
  expect({ code, out }).toEqual({ code: 64, out: [] });
  expect(err.slice(0, 2)).toEqual(['USAGE_NAME egov why', '  there is no end or packet civil-affairs/ad/app']);
  expect(err[2]).toContain(APP);
});

test('a packet that makes no sense is refused with those that do', async () => {
  const { code, err } = await run(`why suizhou ${APP} ${DB} tpc/22`);
  expect({ code, fix: err[2] }).toEqual({ code: 64, fix: '  fix: use one of: tcp/443, udp/53, icmp/8' });
});

test('a packet that passes is told with its path and the flow that allows it', async () => {
  const { code, out } = await run(`why suizhou ${APP} ${DB} tcp/5432`);
  expect(code).toBe(0);
  expect(out.at(-1)).toBe(`${APP} → ${DB} tcp/5432: passes, allowed by F10 civil-affairs/aid/app-to-db`);
  expect(out[0]).toMatch(/^✓ civil-affairs\/aid\/app .* · tcp\/5432 10\.80\./);
});

test('a packet that is blocked is told with what blocks it', async () => {
  const { code, out } = await run(`why suizhou ${APP} ${DB} tcp/22 --lang zh`);
  expect(code).toBe(0);
  expect(out.at(-1)).toBe(`${APP} → ${DB} tcp/22：被阻断`);
  expect(out.find((line) => line.startsWith('  ✗ '))).toMatch(/^ {2}✗ refused · .*baseline/);
});

describe('a packet between a cluster and the network', () => {
  it('leaves with the address of a node, and both worlds let it through', async () => {
    const { code, out } = await run('why hebei data-bureau/hall/api data-bureau/service/cache tcp/6379');
    const steps = out.filter((line) => line.startsWith('    ')).map((line) => line.trim().split(' · ')[0]);
    expect([code, out.at(-1)]).toEqual([
      0,
      'data-bureau/hall/api → data-bureau/service/cache tcp/6379: passes, allowed by own-zone pods data-bureau/hall/api/cache',
    ]);
    expect(steps.slice(0, 3)).toEqual(['sender', 'source address', 'sent']);
    expect(steps).toContain('let in');
  });

  it('is stopped by the policies of the sender before it leaves', async () => {
    const { out } = await run('why hebei data-bureau/hall/api data-bureau/service/cache tcp/22');
    expect(out.at(-1)).toBe('data-bureau/hall/api → data-bureau/service/cache tcp/22: blocked');
    expect(out.find((line) => line.includes('✗ sender'))).toContain('isolate, and no rule admits it');
  });

  it('to a pod has no address to go to', async () => {
    const { out } = await run('why hebei outside data-bureau/hall/api tcp/443');
    expect(out.at(-1)).toBe('outside → data-bureau/hall/api tcp/443: blocked');
    expect(out.join('\n')).toContain('users come through its ingress controllers');
  });

  it('between two workloads is the matter of their cluster alone', async () => {
    const { out } = await run('why hebei data-bureau/hall/web data-bureau/hall/api tcp/8080');
    expect(out.at(-1)).toBe('data-bureau/hall/web → data-bureau/hall/api tcp/8080: passes');
  });
});
