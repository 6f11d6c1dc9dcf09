/** An engine in the one version that the toolkit is tested with. */
export interface EnginePin {
  readonly name: string;
  readonly version: string;
  /** The folder below the cache that holds it: name and version, so that versions live side by side. */
  readonly folder: string;
  /** The program's path below `folder`. */
  readonly program: string;
}

export const OPENTOFU: EnginePin = pin('opentofu', '1.12.6', 'tofu');

/** Versions of OpenTofu that are accepted when the user brings one: 1.x keeps its promises from the pin on. */
export const OPENTOFU_ACCEPTED = '1.12 or a later 1.x';

export function acceptsOpenTofu(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 1 && minor >= 12;
}

/**
 * The provider's address in OpenTofu. The first part is what OpenTofu puts before a source without a host; here it names
 * a folder, nothing is fetched from it.
 */
export const PROVIDER_ADDRESS = 'registry.opentofu.org/terraform-provider-openstack/openstack';

const PROVIDER_VERSION = '3.4.0';

/** Its folder is a mirror in the layout that OpenTofu's `filesystem_mirror` wants. */
export const OPENSTACK_PROVIDER: EnginePin = pin(
  'openstack-provider',
  PROVIDER_VERSION,
  `${PROVIDER_ADDRESS}/${PROVIDER_VERSION}/${platform()}/terraform-provider-openstack_v${PROVIDER_VERSION}`,
);

export const ENGINE_PINS: readonly EnginePin[] = [OPENTOFU, OPENSTACK_PROVIDER];

function pin(name: string, version: string, program: string): EnginePin {
  return { name, version, folder: `${name}-${version}`, program };
}

/** OpenTofu's name of this machine: Go's words for system and architecture. */
function platform(): string {
  const arch = { x64: 'amd64', arm64: 'arm64', arm: 'arm', ia32: '386' }[process.arch as string] ?? process.arch;
  return `${process.platform === 'win32' ? 'windows' : process.platform}_${arch}`;
}
