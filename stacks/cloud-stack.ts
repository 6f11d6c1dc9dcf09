import { OpenstackProvider } from '@cdktf/provider-openstack/lib/provider';
import { LocalBackend, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { idOf } from '../constructs/openstack/address';
import type { NetworkRef, ProjectRef, SubnetPoolRef } from '../constructs/openstack/index';
import type { SubnetDesign, SubnetPoolDesign } from '../model/design/network-design';
import type { StackDesign } from '../model/design/stack-design';
import type { StackOutputRef } from '../model/emitted-stack';
import type { CloudIndex, LinkKind } from './cloud-index';

export interface CloudStackProps {
  readonly index: CloudIndex;
  readonly stack: StackDesign;
}

/**
 * One OpenTofu state of a cloud. What it needs of another stack is a variable, which an output of that stack fills:
 * ids only, since names, prefixes and addresses are decided beforehand. Credentials come from the surroundings.
 */
export class CloudStack extends TerraformStack {
  readonly region: string;
  private readonly wanted = new Map<string, { readonly from: StackOutputRef; readonly value: string }>();
  private readonly variables: Construct;
  private readonly outputs: Construct;

  constructor(
    scope: Construct,
    id: string,
    protected readonly cloud: CloudStackProps,
  ) {
    super(scope, id);
    this.variables = new Construct(this, 'variables');
    this.outputs = new Construct(this, 'outputs');
    // Outside of what the next synthesis replaces, and without a path of this machine.
    new LocalBackend(this, { path: `../../state/${cloud.stack.state ?? id}.tfstate` });
    this.region = this.variable('region', { description: 'OpenStack region', default: cloud.stack.region });
    new OpenstackProvider(this, 'openstack', { region: this.region });
  }

  /** Which output of which stack fills each variable. */
  get inputs(): Readonly<Record<string, StackOutputRef>> {
    return Object.fromEntries(Array.from(this.wanted, ([name, { from }]) => [name, from]));
  }

  /** Offers an id to other stacks. */
  protected give(kind: LinkKind | 'subnet' | 'router', key: string, id: string): void {
    const name = idOf(`${kind}/${key}`);
    new TerraformOutput(this.outputs, name, { value: id }).overrideLogicalId(name);
  }

  protected giveNetwork(key: string, network: NetworkRef, subnets: readonly SubnetDesign[]): void {
    this.give('network', key, network.networkId);
    for (const subnet of subnets) this.give('subnet', `${key}/${subnet.key}`, network.subnetId(subnet.key));
  }

  /** An id that another stack gives. */
  protected take(kind: LinkKind, key: string): string {
    return this.takeFrom(this.cloud.index.makerOf(kind, key), idOf(`${kind}/${key}`));
  }

  /** A network of the platform in another stack. */
  protected readonly takeNetwork = (key: string): NetworkRef => {
    const maker = this.cloud.index.makerOf('network', key);
    const take = (name: string) => this.takeFrom(maker, idOf(name));
    return {
      get networkId() {
        return take(`network/${key}`);
      },
      subnetId: (subnet) => take(`subnet/${key}/${subnet}`),
    };
  };

  protected readonly takeProject = (key: string): ProjectRef => ({ projectId: this.take('project', key) });

  protected takePool({ key, family, prefixes }: SubnetPoolDesign): SubnetPoolRef {
    const take = () => this.take('subnet_pool', key);
    return {
      family,
      prefixes,
      get subnetPoolId() {
        return take();
      },
    };
  }

  private takeFrom(stack: string, output: string): string {
    const known = this.wanted.get(output);
    if (known !== undefined) return known.value;
    const value = this.variable(output, { description: `Output ${output} of stack ${stack}` });
    // The stack below gives it under its former name until it is applied itself.
    const former = output.startsWith('flavor_') ? this.cloud.index.moved.formerNames(output, '_', { pools: 1 }) : [];
    this.wanted.set(output, { from: { stack, output, ...(former.length > 0 && { former }) }, value });
    return value;
  }

  private variable(name: string, config: { readonly description: string; readonly default?: string }): string {
    const variable = new TerraformVariable(this.variables, name, { type: 'string', nullable: false, ...config });
    variable.overrideLogicalId(name);
    return variable.stringValue;
  }
}
