import { ComputeFlavorV2 } from '@cdktf/provider-openstack/lib/compute-flavor-v2';
import { NetworkingNetworkV2 } from '@cdktf/provider-openstack/lib/networking-network-v2';
import { NetworkingPortV2 } from '@cdktf/provider-openstack/lib/networking-port-v2';
import { OpenstackProvider } from '@cdktf/provider-openstack/lib/provider';
import { App, Fn, TerraformIterator, TerraformOutput, TerraformStack, Token } from 'cdktf';
import { resolvedDefinition } from '../../../stacks/resolved-definition';
import { withoutNotes } from '../../support/without-notes';

type Build = (stack: TerraformStack, network: NetworkingNetworkV2) => void;

/** What goes the short way, and everything that CDKTF can be told beside it. */
const builds: Readonly<Record<string, Build>> = {
  'a resource that waits for another, with a provider of its own': (stack, network) => {
    const provider = new OpenstackProvider(stack, 'other', { alias: 'other' });
    new NetworkingPortV2(stack, 'port', { networkId: network.id, dependsOn: [network], provider });
  },
  'nothing to wait for': (stack, network) => {
    new NetworkingPortV2(stack, 'port', { networkId: network.id, dependsOn: [] });
  },
  'blocks and maps': (stack, network) => {
    const fixedIp = [{ subnetId: `${network.id}-v4`, ipAddress: '10.0.0.4' }, { subnetId: network.id }];
    new NetworkingPortV2(stack, 'port', { networkId: network.id, fixedIp, valueSpecs: { [network.id]: 'key' } });
  },
  'tokens for a list, a number and a whole list of blocks': (stack, network) => {
    new NetworkingPortV2(stack, 'port', {
      networkId: network.id,
      securityGroupIds: network.allTags,
      tags: [network.id, 'plain'],
      fixedIp: Token.asAny(network.segments) as never,
    });
    new ComputeFlavorV2(stack, 'flavor', { name: 'small', vcpus: Fn.lengthOf(network.allTags), ram: 1, disk: 0 });
  },
  'empty lists and texts': (stack, network) => {
    new NetworkingPortV2(stack, 'port', { networkId: network.id, tags: [], description: '', fixedIp: [] });
  },
  'a lifecycle': (stack, network) => {
    new NetworkingPortV2(stack, 'port', { networkId: network.id, lifecycle: { ignoreChanges: ['fixedIp'] } });
  },
  'a count': (stack, network) => {
    new NetworkingPortV2(stack, 'port', { networkId: network.id, count: 3 });
  },
  'a provisioner and a connection': (stack, network) => {
    const connection = { type: 'ssh', host: '127.0.0.1' } as const;
    new NetworkingPortV2(stack, 'port', {
      networkId: network.id,
      connection,
      provisioners: [{ type: 'local-exec', command: 'true' }],
    });
  },
  'a dynamic block': (stack, network) => {
    const each = TerraformIterator.fromList(network.allTags);
    new NetworkingPortV2(stack, 'port', { networkId: network.id, fixedIp: each.dynamic({ ip_address: each.value }) });
  },
  'an override': (stack, network) => {
    new NetworkingPortV2(stack, 'port', { networkId: network.id }).addOverride('name', 'overridden');
  },
  'a resource that was moved, and one that is imported': (stack, network) => {
    new NetworkingPortV2(stack, 'old', { networkId: network.id }).moveTo('here');
    new NetworkingPortV2(stack, 'new', { networkId: network.id }).addMoveTarget('here');
    new NetworkingPortV2(stack, 'known', { networkId: network.id }).importFrom('an-id');
  },
  'a resource of another name': (stack, network) => {
    new NetworkingPortV2(stack, 'port', { networkId: network.id }).overrideLogicalId('renamed');
    new TerraformOutput(stack, 'id', { value: network.id });
  },
};

test.each(Object.entries(builds))('%s: what CDKTF itself says, in its order', (_name, build) => {
  const stack = new TerraformStack(new App({ outdir: '.', skipValidation: true }), 'stack');
  new OpenstackProvider(stack, 'openstack', {});
  build(stack, new NetworkingNetworkV2(stack, 'network', { name: 'network' }));
  const expected = withoutNotes(stack.toTerraform()) as { resource: Record<string, Record<string, object>> };
  const got = resolvedDefinition(stack);
  expect(got).toEqual(expected);
  for (const [type, named] of Object.entries(expected.resource))
    for (const [name, body] of Object.entries(named))
      expect(JSON.stringify(got.resource?.[type]?.[name])).toBe(JSON.stringify(body));
});
