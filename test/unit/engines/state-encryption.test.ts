import { withStateEncryption } from '../../../engines/state-encryption';

const encryption = (passphrase: string) =>
  JSON.parse(withStateEncryption({ EGOV_STATE_PASSPHRASE: passphrase })['TF_ENCRYPTION'] ?? '');

test('without a passphrase nothing is encrypted, and what the user has set stays', () => {
  expect(withStateEncryption({ TF_ENCRYPTION: 'own' })).toEqual({ TF_ENCRYPTION: 'own' });
  expect(withStateEncryption({ EGOV_STATE_PASSPHRASE: '' })).toEqual({ EGOV_STATE_PASSPHRASE: '' });
});

test('states and plans are encrypted; a plain state from before is still read, a plain plan is not', () => {
  const { state, plan, key_provider: provider } = encryption('sixteen characters');
  expect(provider).toEqual({ pbkdf2: { egov: { passphrase: 'sixteen characters' } } });
  expect(state).toEqual({ method: 'method.aes_gcm.egov', fallback: { method: 'method.unencrypted.before' } });
  expect(plan).toEqual({ method: 'method.aes_gcm.egov' });
});

test('a passphrase is no template', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a user may have typed
  expect(encryption('a${b}%{c}$d').key_provider.pbkdf2.egov.passphrase).toBe('a$${b}%%{c}$d');
});
