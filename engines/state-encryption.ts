import type { Surroundings } from './surroundings';

/** The passphrase of states and plan files; OpenTofu asks for 16 characters or more. */
export const PASSPHRASE = 'EGOV_STATE_PASSPHRASE';

/**
 * Surroundings in which OpenTofu encrypts states and plan files (AES-GCM, the key by PBKDF2 of the passphrase), where a
 * passphrase is set. A state from before is still read, and encrypted when it is next written. The passphrase travels in
 * `TF_ENCRYPTION`: never in a file, never in an argument.
 */
export function withStateEncryption(surroundings: Surroundings): Surroundings {
  const passphrase = surroundings[PASSPHRASE] ?? '';
  if (passphrase === '') return surroundings;
  const method = { method: 'method.aes_gcm.egov' };
  const encryption = {
    key_provider: { pbkdf2: { egov: { passphrase: literally(passphrase) } } },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of OpenTofu
    method: { aes_gcm: { egov: { keys: '${key_provider.pbkdf2.egov}' } }, unencrypted: { before: {} } },
    state: { ...method, fallback: { method: 'method.unencrypted.before' } },
    plan: method,
  };
  return { ...surroundings, TF_ENCRYPTION: JSON.stringify(encryption) };
}

/** A text in which OpenTofu finds nothing to fill in. */
function literally(text: string): string {
  return text.replaceAll(/([$%])\{/g, (_, sign) => `${sign}${sign}{`);
}
