import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { EmittedStack } from '../../model/emitted-stack';
import { byKey, sortedEntries } from '../../model/stable-hash';
import type { Certificate } from '../../proof/certificate';

/**
 * Tells which stacks were proved: the files that `egov synth` writes of them, and which output fills which variable.
 * `tools/check-certificate.py` makes the same of the files.
 */
export function stacksDigest(stacks: readonly EmittedStack[]): string {
  const lines = [...stacks]
    .sort((a, b) => byKey(a.name, b.name))
    .flatMap(({ name, definition, inputs }) => [
      `${name} ${sha256(`${JSON.stringify(definition, null, 2)}\n`)}`,
      ...sortedEntries(inputs).map(([variable, { stack, output }]) => `${name} ${variable} ${stack} ${output}`),
    ]);
  return sha256(lines.join('\n'));
}

/** The certificate as text: JSON, whose last member seals every byte before it. */
export function certificateText(certificate: Certificate): string {
  const head = JSON.stringify(certificate, null, 1).slice(0, -2);
  return `${head},"seal":"${sha256(head)}"}\n`;
}

export function writeCertificate(file: string, certificate: Certificate): void {
  writeFileSync(file, certificateText(certificate));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
