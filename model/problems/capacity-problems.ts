import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

export const POOL_FULL = new ProblemKind<{ pool: string; what: Text; wanted: number; has: number }>({
  code: 'POOL_FULL',
  why: text(
    'Servers that fit no host are refused by the scheduler, in the middle of a delivery.',
    '资源池容量不足会在交付中途失败。',
  ),
  message: ({ pool, what, wanted, has }) =>
    text(`${pool} has ${has} ${what.en}, its tiers want ${wanted}`, `${pool} 有 ${has} ${what.zh}，需求 ${wanted}`),
  fix: () => text('add hosts, choose smaller flavors, or another pool', '增加主机、减小规格或更换资源池'),
});

export const POOL_HOSTS = new ProblemKind<{ tier: string; servers: number; pool: string; hosts: number }>({
  code: 'POOL_HOSTS',
  why: text(
    'Servers of one tier never share a host, so that one failure takes one of them: GB/T 22239-2019 8.1.2.1 e.',
    'GB/T 22239-2019 8.1.2.1 e：同一层的服务器不共用主机。',
  ),
  message: ({ tier, servers, pool, hosts }) =>
    text(
      `${tier} has ${servers} servers, pool ${pool} has ${hosts} hosts`,
      `${tier} 有 ${servers} 台服务器，资源池 ${pool} 只有 ${hosts} 台主机`,
    ),
  fix: () => text('add hosts, or ask for fewer servers', '增加主机或减少服务器'),
});

export const QUOTA_TOO_SMALL = new ProblemKind<{ project: string; what: string; needs: number; has: number }>({
  code: 'QUOTA_TOO_SMALL',
  why: text(
    'A quota that is too small fails in the middle of an apply, as hundreds of refusals.',
    '配额不足会在部署中途失败。',
  ),
  message: ({ project, what, needs, has }) =>
    text(`${project} needs ${needs} ${what}, its quota is ${has}`, `${project} 需要 ${needs} ${what}，配额为 ${has}`),
  fix: ({ what, needs }) =>
    text(
      `choose a larger class, or \`quotas: { ${what}: ${needs} }\``,
      `选择更大的配额等级，或 \`quotas: { ${what}: ${needs} }\``,
    ),
});

interface Size {
  readonly vcpus: number;
  readonly memoryGiB: number;
}

export const HOST_SMALL = new ProblemKind<{ tier: string; size: Size; pool: string; perHost: Size }>({
  code: 'HOST_SMALL',
  why: text(
    'A server runs on one host; the scheduler finds none for a flavor that is larger than each of them.',
    '云服务器运行于单台主机，规格超过主机则无法调度。',
  ),
  message: ({ tier, size, pool, perHost }) =>
    text(
      `a server of ${tier} has ${size.vcpus} processors and ${size.memoryGiB} GiB, a host of ${pool} ${perHost.vcpus} and ${perHost.memoryGiB}`,
      `${tier} 的服务器为 ${size.vcpus} 核 ${size.memoryGiB} GiB，资源池 ${pool} 的主机仅 ${perHost.vcpus} 核 ${perHost.memoryGiB} GiB`,
    ),
  fix: () => text('choose a smaller flavor, or a pool of larger hosts', '选择更小的规格或主机更大的资源池'),
});

export const PRICE_MISSING = new ProblemKind<{ service: string; fields: string; source: string }>({
  code: 'PRICE_MISSING',
  why: text('A sum from which a part is left out is lower than the bill.', '漏计的报价低于实际账单。'),
  message: ({ service, fields, source }) =>
    text(
      `the price book has no price for ${service}${fields === '' ? '' : ` with ${fields}`} (${source})`,
      `价格表没有 ${service}${fields === '' ? '' : `（${fields}）`} 的价格（${source}）`,
    ),
  fix: () => text('add it to catalogue/prices.yaml', '在 catalogue/prices.yaml 中补充'),
});
