import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, workingFolder } from '../command-line';

const id = (address: string): string => `\${${address}.id}`;

const resource = (rule: object) => ({
  resource: {
    openstack_networking_network_v2: { front: { name: 'front', external: true } },
    openstack_networking_subnet_v2: {
      front: { network_id: id('openstack_networking_network_v2.front'), cidr: '10.0.0.0/24' },
    },
    openstack_networking_secgroup_v2: { web: { name: 'web', delete_default_rules: true } },
    openstack_networking_secgroup_rule_v2: {
      in: {
        direction: 'ingress',
        ethertype: 'IPv4',
        security_group_id: id('openstack_networking_secgroup_v2.web'),
        ...rule,
      },
    },
    openstack_networking_port_v2: {
      web: {
        network_id: id('openstack_networking_network_v2.front'),
        security_group_ids: [id('openstack_networking_secgroup_v2.web')],
        fixed_ip: [{ subnet_id: id('openstack_networking_subnet_v2.front'), ip_address: '10.0.0.5' }],
      },
    },
  },
});

function fileWith(content: string): string {
  const folder = workingFolder('defaults.yaml');
  writeFileSync(join(folder, 'cdk.tf.json'), content);
  return folder;
}

describe('a subject that cannot be proved anything of', () => {
  test.each([
    ['prove', 'neither an environment nor --plan is named'],
    ['prove suizhou --plan x.json', 'suizhou and --plan are two subjects; name one'],
  ])('egov %s', async (line, message) => {
    const { code, err } = await run(line);
    expect({ code, message: err[1] }).toEqual({ code: 64, message: `  ${message}` });
  });

  test('a file that is not there', async () => {
    const { code, err } = await run('prove --plan nowhere.json');
    expect({ code, first: err[0] }).toEqual({ code: 3, first: 'PROOF_INPUT_UNREADABLE nowhere.json' });
  });

  test.each([
    ['half a file', '{"resource": {', 'PROOF_INPUT_UNREADABLE cdk.tf.json'],
    ['resources of another provider', '{"resource": {"null_resource": {"x": {}}}}', 'PROOF_INPUT_FOREIGN cdk.tf.json'],
  ])('%s', async (_, content, first) => {
    const { code, err } = await run('prove --plan cdk.tf.json', { folder: fileWith(content) });
    expect({ code, first: err[0] }).toEqual({ code: 3, first });
  });
});

test('a violation ends with 4 and is told with its packet, its place and its path', async () => {
  const folder = fileWith(
    JSON.stringify(
      resource({ protocol: 'tcp', port_range_min: 22, port_range_max: 22, remote_ip_prefix: '0.0.0.0/0' }),
    ),
  );
  const { code, out } = await run('prove --plan cdk.tf.json', { folder });
  expect(code).toBe(4);
  expect(out.filter((line) => line.startsWith('✗ INV-4'))).toEqual([
    '✗ INV-4 · every administrative port is open to the bastion or an operations block only',
  ]);
  expect(out.join('\n')).toContain('openstack_networking_secgroup_rule_v2.in');
  expect(out.at(-1)).toMatch(/^cdk\.tf\.json: VIOLATED · /);
});

test('the shipped clouds keep every invariant, as their resources show', async () => {
  const { out } = await run('prove suizhou');
  expect(out.filter((line) => line.includes(' INV-')).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
    '✓ INV-1',
    '✓ INV-2',
    '✓ INV-3',
    '✓ INV-4',
    '✓ INV-5',
    '✓ INV-6',
    '✓ INV-7',
  ]);
});

test('--full tells the proved statements too, and --json everything', async () => {
  const { out } = await run('prove suizhou --json');
  const { subject, statements, assumptions } = JSON.parse(out.join('\n'));
  expect(subject).toBe('suizhou');
  expect(assumptions.length).toBeGreaterThan(0);
  const { out: full } = await run('prove suizhou --full');
  const told = full.flatMap((line) => /^[✓✗?] (.+?) · /.exec(line)?.[1] ?? []);
  expect(told).toEqual(statements.map(({ id }: { id: string }) => id));
});

describe('waivers of an environment', () => {
  /** suizhou, with one more file of waivers. */
  const waived = (from: string) => {
    const folder = workingFolder('suizhou', 'defaults.yaml', 'profiles', 'catalogue');
    const waiver = [
      '- policy: CLD-TENANT',
      '  at: statement TENANT civil-affairs',
      `  flows: { from: ${from}, to: civil-affairs/aid/db, ports: tcp/7-9 }`,
      '  reason: r',
      '  owner: o',
      '  approver: p',
      '  ticket: OPS-7',
      '  until: 2027-01-31',
    ];
    writeFileSync(join(folder, 'environments/suizhou/waivers.yaml'), `${waiver.join('\n')}\n`);
    return folder;
  };

  test('that accept what does not pass are told, and end with 4', async () => {
    const { code, out } = await run('prove suizhou --as-of 2027-01-31', { folder: waived('health/clinic/app') });
    const told = out.filter((line) => line.startsWith('! environments'));
    expect({ code, told, last: out.at(-1)?.split(' · ')[0] }).toEqual({
      code: 4,
      told: [
        '! environments/suizhou/waivers.yaml:3:3: the waiver of TENANT civil-affairs accepts tcp/7-9 from health/clinic/app to civil-affairs/aid/db, which does not pass',
      ],
      last: 'suizhou: PROVED',
    });
  });

  test('that are over are told as that, and change nothing', async () => {
    const { code, out } = await run('prove suizhou --as-of 2027-02-01', { folder: waived('health/clinic/app') });
    expect({ code, told: out.filter((line) => line.startsWith('!') && line.includes('OPS-7')) }).toEqual({
      code: 0,
      told: [
        '! TENANT civil-affairs · health/clinic/app → civil-affairs/aid/db: no longer accepted, OPS-7 ended on 2027-01-31 (environments/suizhou/waivers.yaml:3:3)',
      ],
    });
  });
});

test('a day that the calendar does not have is refused', async () => {
  const { code, err } = await run('prove suizhou --as-of 2027-02-30');
  expect({ code, message: err[1] }).toEqual({ code: 64, message: '  2027-02-30 is no day, YYYY-MM-DD' });
});
