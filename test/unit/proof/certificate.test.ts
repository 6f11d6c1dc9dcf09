import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateText, stacksDigest } from '../../../cli/proof/write-certificate';
import { readEnvironment } from '../../../environments/read-environment';
import { designEnvironment } from '../../../model/design/design-environment';
import { type Certificate, certify } from '../../../proof/certificate';
import { prove } from '../../../proof/prove';
import { readStacks } from '../../../proof/reading/read-stacks';
import { readWorld } from '../../../proof/reading/read-world';
import { synthesise } from '../../../stacks/synthesise';
import { ROOT } from '../../support/repository-files';

const PYTHON = ['/usr/bin/python3', 'python3'].find((one) => spawnSync(one, ['-c', '']).status === 0);
const required = (process.env['EGOV_REQUIRE'] ?? '') !== '';
if (!PYTHON && !required) console.warn('certificates are not checked: there is no python3');

/** A certificate of suizhou and the synthesis that it is about, to be changed before it is checked. */
class Certified {
  readonly folder = mkdtempSync(join(tmpdir(), 'egov-certificate-'));
  readonly certificate: Certificate;
  readonly text: string;
  readonly refused: Certificate | undefined;

  constructor() {
    const design = designEnvironment(readEnvironment(join(ROOT, 'environments'), 'suizhou'));
    const { emitted } = synthesise(design, this.folder);
    const about = { world: readWorld(readStacks(emitted)), intent: design.intent, driver: design.intent.network };
    const proof = prove(about.world, about.intent, about.driver);
    const names = { subject: 'suizhou', input: stacksDigest(emitted) };
    this.certificate = certify(proof, about, names) as Certificate;
    this.refused = certify({ ...proof, verdict: 'UNKNOWN' }, about, names);
    this.text = certificateText(this.certificate);
  }

  /** What the checker says of a certificate and the synthesis as it lies there. */
  check(text: string): string {
    writeFileSync(join(this.folder, 'certificate'), text);
    const checker = join(ROOT, 'tools/check-certificate.py');
    const { status, stdout, stderr } = spawnSync(
      PYTHON ?? 'python3',
      [checker, join(this.folder, 'certificate'), join(this.folder, 'stacks')],
      { encoding: 'utf8' },
    );
    return `${status} ${stdout}${stderr}`.trim();
  }

  /** As a forger would: the claim is changed, and sealed again. */
  forged(change: (claim: Record<string, never>) => void): string {
    const claim = JSON.parse(JSON.stringify(this.certificate));
    change(claim);
    return certificateText(claim);
  }

  /** Changes the file of one stack while something is asked, and has the digest of the certificate follow. */
  withStack(stack: string, from: string, to: string, ask: (text: string) => string): string {
    const file = join(this.folder, 'stacks', stack, 'cdk.tf.json');
    const before = readFileSync(file, 'utf8');
    if (!before.includes(from)) throw new Error(`${stack} does not hold ${from}`);
    const after = before.replaceAll(from, () => to);
    writeFileSync(file, after);
    try {
      return ask(certificateText({ ...this.certificate, input: this.digestOfFiles() }));
    } finally {
      writeFileSync(file, before);
    }
  }

  private digestOfFiles(): string {
    const { stacks } = JSON.parse(readFileSync(join(this.folder, 'stacks/manifest.json'), 'utf8'));
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    type Listed = { name: string; inputs: Record<string, { stack: string; output: string }> };
    const lines = [...(stacks as Listed[])]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap(({ name, inputs }) => [
        `${name} ${sha256(readFileSync(join(this.folder, 'stacks', name, 'cdk.tf.json'), 'utf8'))}`,
        ...Object.keys(inputs)
          .sort()
          .map((variable) => `${name} ${variable} ${inputs[variable]?.stack} ${inputs[variable]?.output}`),
      ]);
    return sha256(lines.join('\n'));
  }
}

(PYTHON || required ? describe : describe.skip)('a certificate', () => {
  let certified: Certified;
  beforeAll(() => {
    certified = new Certified();
  });
  afterAll(() => rmSync(certified.folder, { recursive: true }));

  it('is confirmed by a program that shares nothing with the one that wrote it', () => {
    expect(certified.check(certified.text)).toBe('0 confirmed: suizhou, 9 statements, 78 doors');
    expect(certified.certificate.statements).toEqual([
      'INV-1',
      'INV-4',
      'INV-5',
      'INV-6',
      'INV-7',
      'TENANT civil-affairs',
      'TENANT culture-tourism',
      'TENANT data-bureau',
      'NOTHING-ELSE',
    ]);
  });

  it('is not written where anything is unknown', () => {
    expect(certified.refused).toBeUndefined();
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
      /lies in several planes/,
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
        claim['statements'] = [...(claim['statements'] ?? []), 'INV-2'];
      },
      /INV-2/,
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
  expect(imports.sort()).toEqual(['bisect', 'collections', 'hashlib', 'ipaddress', 'json', 'os', 're', 'sys']);
});
