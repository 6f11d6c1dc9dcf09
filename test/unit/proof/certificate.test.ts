import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { certificateText } from '../../../cli/proof/write-certificate';
import { hasPython } from '../../support/python';
import { ROOT } from '../../support/repository-files';
import { DECIDING, mutations } from './certificate-mutations';
import { Certified } from './certified';

if (!hasPython) console.warn('certificates are not checked: there is no python3');

(hasPython ? describe : describe.skip)('a certificate', () => {
  let certified: Certified;
  beforeAll(() => {
    certified = new Certified();
  });
  afterAll(() => rmSync(certified.folder, { recursive: true }));

  it('is confirmed by a program that shares nothing with the one that wrote it', () => {
    expect(certified.check(certified.text)).toBe('0 confirmed: suizhou, 38 statements, 78 doors');
  });

  it('holds every statement that is proved', () => {
    expect(certified.certificate.statements).toEqual(certified.proof.statements.map((one) => one.id));
    const kinds = certified.proof.statements.map((one) => one.kind);
    expect([...new Set(kinds)]).toEqual(['invariant', 'tenant', 'flow', 'nothing-else']);
  });

  it('of a cloud of which not everything is proved holds the rest, and is confirmed', () => {
    const doubted = certified.doubting('F10 civil-affairs/aid/app-to-db');
    expect(doubted.statements).toHaveLength(certified.certificate.statements.length - 1);
    expect(certified.check(certificateText(doubted))).toBe('0 confirmed: suizhou, 37 statements, 78 doors');
  });

  it('without NOTHING-ELSE says nothing of tenants and of who administers', () => {
    const doubted = certified.doubting('NOTHING-ELSE');
    const left = doubted.statements.filter((one) => !one.startsWith('FLOW '));
    expect(left).toEqual(['INV-1', 'INV-2', 'INV-3', 'INV-5', 'INV-6', 'INV-7']);
    expect(certified.check(certificateText(doubted))).toBe('0 confirmed: suizhou, 33 statements, 0 doors');
  });

  it('is not written where nothing is proved', () => {
    expect(certified.refused).toBeUndefined();
  });

  it('is rejected when any field of it is changed or left out', () => {
    const changed = mutations(certified.certificate).map(({ text }) => {
      const { seal } = JSON.parse(certified.text);
      return `${text.slice(0, text.lastIndexOf(',"seal":"'))},"seal":"${seal}"}\n`;
    });
    expect(certified.confirmed(changed)).toEqual([]);
  });

  it('is rejected, however well sealed, when a field is changed that decides what is claimed of the stacks', () => {
    const deciding = mutations(certified.certificate).filter(({ shape }) => DECIDING.has(shape));
    expect([...new Set(deciding.map((one) => one.shape))].sort()).toEqual([...DECIDING].sort());
    const accepted = certified.confirmed(deciding.map((one) => one.text));
    expect(accepted.map((at) => deciding[at]?.shape)).toEqual([]);
  });

  it('is rejected when any byte of it is changed', () => {
    const { text } = certified;
    const at = Array.from({ length: 20 }, (_, i) => Math.floor((i * (text.length - 1)) / 19));
    const accepted = at.filter((i) => {
      const flipped = `${text.slice(0, i)}${text[i] === '0' ? '1' : '0'}${text.slice(i + 1)}`;
      return !certified.check(flipped).startsWith('1 rejected');
    });
    expect(accepted).toEqual([]);
  });

  it('is rejected when any file that it is about is changed', () => {
    const file = join(certified.folder, 'stacks/foundation/cdk.tf.json');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, `${before} `);
    expect(certified.check(certified.text)).toBe('1 rejected: the stacks are not those that were proved');
    writeFileSync(file, before);
  });

  it.each<readonly [string, (claim: Record<string, never>) => void, RegExp]>([
    [
      'a network in another part',
      ({ parts }: Record<string, Record<string, string>>) => {
        (parts as Record<string, string>)['planes/openstack_networking_network_v2.internet_dmz'] = 'elsewhere';
      },
      /joins two parts/,
    ],
    [
      'all networks in one part',
      (claim: Record<string, Record<string, string>>) => {
        for (const key of Object.keys(claim['parts'] ?? {})) (claim['parts'] as Record<string, string>)[key] = 'all';
      },
      /INV-1 does not follow/,
    ],
    [
      'a network left out',
      ({ parts }: Record<string, Record<string, string>>) => {
        delete (parts as Record<string, string>)['planes/openstack_networking_network_v2.internet_dmz'];
      },
      /the parts are not those of the networks/,
    ],
    [
      'a door without its flows',
      ({ doors }: Record<string, Record<string, string[]>>) => {
        const [door = ''] = Object.keys(doors ?? {}).filter((key) => key.includes('aid_db_ingress'));
        (doors as Record<string, string[]>)[door] = [];
      },
      /lets through what no flow of it allows/,
    ],
    [
      'a flow that is gone',
      (claim: Record<string, { id: string }[]>) => {
        claim['flows'] = (claim['flows'] ?? []).filter((flow) => !flow.id.startsWith('F10'));
      },
      /KeyError/,
    ],
    [
      'operations without the bastion',
      (claim: Record<string, string[]>) => {
        claim['operations'] = [];
      },
      /INV-4 does not follow/,
    ],
    [
      'a statement that does not follow',
      (claim: Record<string, string[]>) => {
        claim['statements'] = [...(claim['statements'] ?? []), 'TENANT nobody'];
      },
      /TENANT nobody/,
    ],
    [
      'a zone of trust 3 in the internet plane, which the Internet reaches',
      (claim: Record<string, { label: string; kind: string }[]>) => {
        for (const one of claim['names'] ?? []) if (one.label === 'internet/edge') one.kind = 'M-OPS';
        for (const one of claim['names'] ?? []) if (one.kind === 'I-DMZ') one.kind = 'E-SHARE';
      },
      /INV-2 does not follow/,
    ],
    [
      'a store in the internet plane',
      (claim: Record<string, { label: string; kind: string }[]>) => {
        for (const one of claim['names'] ?? []) if (one.kind === 'I-DATA') one.kind = 'E-DATA';
      },
      /INV-3 does not follow/,
    ],
    [
      'a flow that asks for more than the rules let through',
      (claim: Record<string, { id: string; ports: { to: number }[] }[]>) => {
        for (const one of claim['flows'] ?? [])
          if (one.id.startsWith('F10')) for (const port of one.ports) port.to += 1;
      },
      /F10 civil-affairs\/aid\/app-to-db is stopped between/,
    ],
    [
      'a flow to another department',
      (claim: Record<string, { id: string; to: object }[]>) => {
        const [f10, f11] = ['F10', 'F11'].map((row) => claim['flows']?.find((one) => one.id.startsWith(row)));
        if (f10 && f11) f10.to = f11.to;
      },
      /lets through what no flow of it allows|is stopped between/,
    ],
    [
      'a flow that nobody speaks for',
      (claim: Record<string, { id: string; from: object }[]>) => {
        const one = claim['flows']?.find((flow) => flow.id.startsWith('F03'));
        if (one) one.from = { label: 'nobody', zone: 'I-APP', prefixes: ['10.80.162.32/28'] };
      },
      /lets through what no flow of it allows|has no packet/,
    ],
  ] as never)('is rejected, however well sealed, with %s', (_name, change, said) => {
    expect(certified.check(certified.forged(change))).toMatch(said);
  });

  const CIVIL = 'tenant-civil-affairs';
  it.each<readonly [string, string, string, string, RegExp]>([
    [
      'a rule for everybody',
      CIVIL,
      '"remote_ip_prefix": "10.80.42.112/28"',
      '"remote_ip_prefix": "0.0.0.0/0"',
      /lets through/,
    ],
    ['a wider range of ports', CIVIL, '"port_range_max": 5432', '"port_range_max": 5433', /lets through/],
    ['Neutron’s own rules', CIVIL, '"delete_default_rules": true', '"delete_default_rules": false', /Neutron’s own/],
    ['a listener for everybody', CIVIL, '"59.219.2.0/25"', '"0.0.0.0/0"', /lets through/],
    [
      'another physical network',
      'planes',
      '"physical_network": "physnet-internet"',
      '"physical_network": "physnet-extranet"',
      /./,
    ],
    [
      'a port without port security',
      CIVIL,
      '"fixed_ip":',
      '"port_security_enabled": false,\n"fixed_ip":',
      /not understood/,
    ],
    [
      'a kind of resource nobody knows',
      CIVIL,
      '"resource": {',
      '"resource": {"openstack_wormhole_v9": {},',
      /not understood/,
    ],
    ['translated sources', CIVIL, '"enable_snat": false', '"enable_snat": true', /translates sources/],
    ['a rule that names no flow', CIVIL, '"description": "F10', '"description": "X10', /INV-7 does not follow/],
  ])('is rejected, however well sealed, for stacks with %s', (_name, stack, from, to, said) => {
    const answer = certified.withStack(stack, from, to, (text) => certified.check(text));
    expect(answer).toMatch(/^1 rejected/);
    expect(answer).toMatch(said);
  });

  it('is confirmed for stacks that differ in what opens nothing', () => {
    const answer = certified.withStack(CIVIL, '"TLSv1.2"', '"TLSv1.1"', (text) => certified.check(text));
    expect(answer).toMatch(/^0 confirmed/);
  });
});

test('the checker is short, and uses the standard library alone', () => {
  const text = readFileSync(join(ROOT, 'tools/check-certificate.py'), 'utf8');
  expect(text.split('\n').length - 1).toBeLessThanOrEqual(300);
  const imports = [...text.matchAll(/^(?:import|from) ([\w, ]+?)(?: import| {2}#|$)/gm)].flatMap((one) =>
    (one[1] ?? '').split(', '),
  );
  const standard = 'bisect collections functools hashlib ipaddress itertools json os re sys';
  expect(imports.sort()).toEqual(standard.split(' '));
});
