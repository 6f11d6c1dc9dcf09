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

export const PULUMI: EnginePin = pin('pulumi', '3.230.0', 'pulumi');

/** Versions of Pulumi that are accepted when the user brings one: its SDK wants the pin or later. */
export const PULUMI_ACCEPTED = '3.230 or a later 3.x';

export function acceptsPulumi(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 3 && minor >= 230;
}

/** The version that belongs to the package `@pulumi/kubernetes`. */
export const KUBERNETES_PROVIDER: EnginePin = pin('pulumi-kubernetes', '4.25.0', 'pulumi-resource-kubernetes');

export const ETCD: EnginePin = pin('etcd', '3.6.5', 'etcd');

const KUBERNETES_VERSION = '1.36.3';
export const KUBE_APISERVER: EnginePin = pin('kube-apiserver', KUBERNETES_VERSION, 'kube-apiserver');
export const KUBE_CONTROLLERS: EnginePin = pin(
  'kube-controller-manager',
  KUBERNETES_VERSION,
  'kube-controller-manager',
);
export const KUBECTL: EnginePin = pin('kubectl', KUBERNETES_VERSION, 'kubectl');

/** Temporal's command with its development server. Later versions name a module that is not published. */
export const TEMPORAL: EnginePin = pin('temporal', '1.5.1', 'temporal');

/** What each side of a cloud needs; nobody builds the engines of a side that he does not use. */
export const ENGINE_SETS = {
  openstack: [OPENTOFU, OPENSTACK_PROVIDER],
  /** To deploy, the first two; the others are the cluster of the sandbox. */
  kubernetes: [PULUMI, KUBERNETES_PROVIDER, ETCD, KUBECTL, KUBE_CONTROLLERS, KUBE_APISERVER],
  /** A server on this machine for rollouts by workers; one of the centre is reached by its address. */
  temporal: [TEMPORAL],
} as const satisfies Readonly<Record<string, readonly EnginePin[]>>;

export type EngineSet = keyof typeof ENGINE_SETS;

function pin(name: string, version: string, program: string): EnginePin {
  return { name, version, folder: `${name}-${version}`, program };
}

/** OpenTofu's name of this machine: Go's words for system and architecture. */
function platform(): string {
  const arch = { x64: 'amd64', arm64: 'arm64', arm: 'arm', ia32: '386' }[process.arch as string] ?? process.arch;
  return `${process.platform === 'win32' ? 'windows' : process.platform}_${arch}`;
}
