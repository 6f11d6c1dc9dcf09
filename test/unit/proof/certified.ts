import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateText, stacksDigest } from '../../../cli/proof/write-certificate';
import { readEnvironment } from '../../../environments/read-environment';
import { designEnvironment } from '../../../model/design/design-environment';
import { type Certificate, certify } from '../../../proof/certificate';
import { Case } from '../../../proof/judge/case';
import type { Proof, Statement } from '../../../proof/proof';
import { proveCase } from '../../../proof/prove';
import { readStacks } from '../../../proof/reading/read-stacks';
import { readWorld } from '../../../proof/reading/read-world';
import { synthesise } from '../../../stacks/synthesise';
import { PYTHON } from '../../support/python';
import { ROOT } from '../../support/repository-files';

/** Asks the checker about one certificate after another. */
const MANY = `
import contextlib, importlib.util, io, json, sys, tempfile
spec = importlib.util.spec_from_file_location('checker', sys.argv[1])
checker = importlib.util.module_from_spec(spec)
spec.loader.exec_module(checker)
for line in sys.stdin:
    with tempfile.NamedTemporaryFile() as file:
        file.write(json.loads(line).encode())
        file.flush()
        said = io.StringIO()
        try:
            with contextlib.redirect_stdout(said):
                checker.check(file.name, sys.argv[2])
        except (Exception, SystemExit) as error:
            said.write('rejected: %r' % error)
        print(said.getvalue().splitlines()[0])
`;

/** A certificate of an environment and the synthesis that it is about, to be changed before it is checked. */
export class Certified {
  readonly folder = mkdtempSync(join(tmpdir(), 'egov-certificate-'));
  readonly certificate: Certificate;
  readonly text: string;
  readonly refused: Certificate | undefined;
  readonly proof: Proof;
  private readonly about: Case;
  private readonly names: Parameters<typeof certify>[2];

  constructor(readonly environment = 'suizhou') {
    const design = designEnvironment(readEnvironment(join(ROOT, 'environments'), environment));
    const { emitted } = synthesise(design, this.folder);
    this.about = new Case(readWorld(readStacks(emitted)), design.intent, design.intent.network);
    this.proof = proveCase(this.about);
    this.names = { subject: environment, input: stacksDigest(emitted) };
    this.certificate = certify(this.proof, this.about, this.names) as Certificate;
    this.refused = this.certifying(() => false);
    this.text = certificateText(this.certificate);
  }

  /** The certificate of the same proof, with one statement unknown. */
  doubting(id: string): Certificate {
    return this.certifying((one) => one.id !== id && one.id !== `FLOW ${id}`) as Certificate;
  }

  private certifying(isProved: (one: Statement) => boolean): Certificate | undefined {
    const statements = this.proof.statements.map((one) =>
      isProved(one) ? one : { ...one, verdict: 'UNKNOWN' as const },
    );
    return certify({ ...this.proof, verdict: 'UNKNOWN', statements }, this.about, this.names);
  }

  /** Which of many certificates the checker confirms, asked in one process. */
  confirmed(texts: readonly string[]): number[] {
    const checker = join(ROOT, 'tools/check-certificate.py');
    const { stdout, stderr } = spawnSync(PYTHON, ['-c', MANY, checker, join(this.folder, 'stacks')], {
      input: texts.map((text) => `${JSON.stringify(text)}\n`).join(''),
      encoding: 'utf8',
      maxBuffer: 2 ** 24,
    });
    const answers = stdout.trim().split('\n');
    if (answers.length !== texts.length) throw new Error(stderr);
    return answers.flatMap((answer, at) => (answer.startsWith('confirmed') ? [at] : []));
  }

  /** What the checker says of a certificate and the synthesis as it lies there. */
  check(text: string): string {
    writeFileSync(join(this.folder, 'certificate'), text);
    const checker = join(ROOT, 'tools/check-certificate.py');
    const { status, stdout, stderr } = spawnSync(
      PYTHON,
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
