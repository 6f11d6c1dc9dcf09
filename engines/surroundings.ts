/** The environment variables in which an engine is looked for and run; `process.env` outside tests. */
export type Surroundings = Readonly<Record<string, string | undefined>>;

/** What OpenStack's own clients read to know a cloud; one of them is enough for the provider to try. */
const CLOUD_VARIABLES = ['OS_CLOUD', 'OS_AUTH_URL'];

/** Whether the user said which cloud is meant, by clouds.yaml or by variables. */
export function namesCloud(surroundings: Surroundings): boolean {
  return CLOUD_VARIABLES.some((name) => (surroundings[name] ?? '') !== '');
}

/** Discard port of loopback: an address that satisfies the provider's check and that nothing answers. */
const NO_CLOUD = 'http://127.0.0.1:9/v3';

/**
 * Surroundings for a plan without a cloud. The provider insists on an address before it plans, and asks nothing of it
 * while everything is still to be created.
 */
export function withoutCloud(surroundings: Surroundings): Surroundings {
  return { ...surroundings, OS_AUTH_URL: NO_CLOUD, OS_DELAYED_AUTH: 'true' };
}

const SECRET_NAME = /(PASSWORD|PASSPHRASE|SECRET|TOKEN|ACCESS_KEY|PRIVATE_KEY)/i;

/** Replaces every secret that the surroundings carry by `***`; for lines that an engine wrote and a person will read. */
export function withoutSecrets(line: string, surroundings: Surroundings): string {
  let clean = line;
  for (const [name, value] of Object.entries(surroundings)) {
    if (value !== undefined && value.length >= 4 && SECRET_NAME.test(name)) clean = clean.replaceAll(value, '***');
  }
  return clean;
}
