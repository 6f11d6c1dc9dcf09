import { AddressSpace } from '../address-space';
import type { Cidr } from '../cidr';
import { LEDGER_INVALID } from '../problems/address-ledger-problems';
import { SPACE_FULL } from '../problems/address-problems';
import { byKey } from '../stable-hash';
import type { DecidedNetwork } from './decide-networks';
import type { DecidedPlane } from './decide-planes';
import type { Decision } from './decision';
import type { AddressDesign } from './router-design';

const ADDRESS = { en: 'an address', zh: '地址' };

/** Somebody who needs an address in a network that many share. */
export interface HostRequest {
  readonly key: string;
  readonly network: DecidedNetwork;
  readonly place: string;
}

/** The addresses of hosts in shared networks, by `network host`. */
export type HostAddresses = ReadonlyMap<string, readonly AddressDesign[]>;

export const hostKey = (network: string, host: string) => `${network} ${host}`;

/** One address of each family for every request, kept by the ledger. */
export function decideHosts(decision: Decision, requests: readonly HostRequest[]): HostAddresses {
  const addresses = new Map<string, readonly AddressDesign[]>();
  const networks = new Set(requests.map((one) => one.network));
  for (const network of networks) {
    const inside = requests.filter((one) => one.network === network).sort((a, b) => byKey(a.key, b.key));
    const owner = (key: string) => `address ${network.design.key} ${key} 4`;
    const { hosts } = network;
    const recorded = decision.ledger.inside('address', [hosts.v4], new Set(inside.map((one) => owner(one.key))));
    const { granted } = hosts.indices(
      inside.map((one) => owner(one.key)),
      recorded,
    );
    for (const { key, place } of inside) {
      const index = granted.get(owner(key));
      if (index === undefined) {
        const name = network.design.key;
        const holder = { en: `network ${name} (${hosts.v4})`, zh: `网络 ${name}（${hosts.v4}）` };
        decision.report(SPACE_FULL.at(place, { holder, wants: key, size: ADDRESS }));
        continue;
      }
      const { v4, v6 } = hosts.host(index);
      checkKept(decision, owner(key), recorded.get(owner(key)), v4, hosts.v4);
      decision.ledger.decide(owner(key), hosts.v4.address(index + 2).host);
      addresses.set(hostKey(network.design.key, key), addressesOf(v4, v6));
    }
  }
  return addresses;
}

/** The gateway, and what Neutron takes for its own ports, cannot be somebody's. */
function checkKept(
  decision: Decision,
  owner: string,
  recorded: Cidr | undefined,
  address: string,
  network: Cidr,
): void {
  if (recorded === undefined || `${recorded}` === `${address}/32`) return;
  const block = { en: `${recorded}`, zh: ` ${recorded}` };
  const reason = {
    en: `is no address for a fixed host in ${network}`,
    zh: `不是 ${network} 中可固定分配的主机地址`,
  };
  decision.report(LEDGER_INVALID.at(decision.place('ledger', 'blocks', owner), { owner, block, reason }));
}

export function addressesOf(v4: string, v6: string | undefined): readonly AddressDesign[] {
  return [{ subnet: 'v4', address: v4 }, ...(v6 === undefined ? [] : [{ subnet: 'v6', address: v6 }])];
}

/** A floating IP for each key, from the reachable blocks of a plane. The first four and the last address stay free. */
export function decideFloatingIps(
  decision: Decision,
  plane: DecidedPlane,
  wanted: readonly { readonly key: string; readonly place: string }[],
): ReadonlyMap<string, Cidr> {
  const owner = (key: string) => `floating ${plane.key}/${key} 4`;
  const holder = plane.reachable;
  const recorded = decision.ledger.inside('floating', holder, new Set(wanted.map((one) => owner(one.key))));
  const reserved = holder.flatMap((block) => [
    block.prefix > 28 ? block.address(0).host : block.subnet(30, 0),
    block.address(block.size - 1n).host,
  ]);
  const requests = wanted.map((one) => ({ key: owner(one.key), prefix: 32 }));
  const space = new AddressSpace(holder);
  const { granted, refused } = space.allocate(requests, recorded, reserved);
  const addresses = new Map<string, Cidr>();
  for (const { key, place } of wanted) {
    const block = granted.get(owner(key));
    if (block !== undefined) {
      decision.ledger.decide(owner(key), block);
      addresses.set(key, block);
    } else if (refused.some((one) => one.key === owner(key)))
      decision.report(
        SPACE_FULL.at(place, {
          holder: {
            en: `\`reachable\` of plane ${plane.key} (${holder.join(', ') || 'none'})`,
            zh: `平面 ${plane.key} 的 \`reachable\`（${holder.join('、') || '无'}）`,
          },
          wants: key,
          size: ADDRESS,
        }),
      );
  }
  return addresses;
}
