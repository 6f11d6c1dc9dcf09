import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type EnginePin,
  ETCD,
  KUBE_APISERVER,
  KUBE_CONTROLLERS,
  KUBECTL,
  KUBERNETES_PROVIDER,
  PULUMI,
} from './engine-pin';
import { buildInModule, copyOfModule, type GoBuildProps, type Recipe, run, STRIPPED } from './go-build';

/** How the engines of the Kubernetes side come from their Go modules. */
export const KUBERNETES_RECIPES: Readonly<Record<string, Recipe>> = {
  [PULUMI.name]: (props) =>
    buildInModule(props, {
      pin: PULUMI,
      module: 'kubernetes/pulumi',
      target: 'github.com/pulumi/pulumi/pkg/v3/cmd/pulumi',
      flags: `${STRIPPED} -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${PULUMI.version}`,
    }),
  [KUBERNETES_PROVIDER.name]: buildKubernetesProvider,
  [ETCD.name]: (props) =>
    buildInModule(props, {
      pin: ETCD,
      module: 'kubernetes/etcd',
      target: 'go.etcd.io/etcd/server/v3',
      flags: STRIPPED,
    }),
  ...Object.fromEntries([KUBE_APISERVER, KUBE_CONTROLLERS, KUBECTL].map((pin) => [pin.name, ofKubernetes(pin)])),
};

/** A part of Kubernetes. Built without these flags it says that it is v0.0.0, and clients refuse it. */
function ofKubernetes(pin: EnginePin): Recipe {
  const [major = '', minor = ''] = pin.version.split('.');
  const set = (name: string, value: string): string => `-X k8s.io/component-base/version.${name}=${value}`;
  const version = [set('gitVersion', `v${pin.version}`), set('gitMajor', major), set('gitMinor', minor)];
  const target = `k8s.io/kubernetes/cmd/${pin.program}`;
  const flags = [STRIPPED, ...version].join(' ');
  return (props) => buildInModule(props, { pin, module: 'kubernetes/kubernetes', target, flags });
}

/** The provider's module leaves out the two files that its own build embeds; they are made of what it carries. */
async function buildKubernetesProvider(props: GoBuildProps): Promise<void> {
  const { version } = KUBERNETES_PROVIDER;
  const path = 'github.com/pulumi/pulumi-kubernetes/provider/v4';
  const work = copyOfModule(props, 'kubernetes/pulumi-kubernetes');
  const answer = await run({ ...props, work }, KUBERNETES_PROVIDER, ['mod', 'download', '-json', path]);
  const { Dir } = JSON.parse(answer) as { readonly Dir: string };
  const carried = join(Dir, 'cmd/pulumi-resource-kubernetes');
  const read = (name: string): object => JSON.parse(readFileSync(join(carried, name), 'utf8')) as object;
  const write = (name: string, value: object): void => writeFileSync(join(work, name), JSON.stringify(value));
  write('schema-embed.json', { ...read('schema.json'), version });
  write('terraform-mapping-embed.json', read('terraform-mapping.json'));
  const flags = `${STRIPPED} -X main.version=${version} -X ${path}/pkg/version.Version=${version}`;
  await run({ ...props, work }, KUBERNETES_PROVIDER, ['build', '-trimpath', '-ldflags', flags, '-o', props.out, '.']);
}
