import { businessPlanes } from '../design-things';
import { lookAtEach, type Policy } from '../policy';
import { IPV6_PLAN } from './ipv6-plan';

export const ipv6Plane: Policy = {
  id: 'IPV6-PLANE',
  title: { en: 'Every business plane has an IPv6 block', zh: '业务平面规划 IPv6 地址' },
  standard: IPV6_PLAN,
  controls: [],
  severity: 'medium',
  outcome: 'warn',
  scope: 'design',
  why: {
    en: 'Government sites have had the duty to be reached over IPv6 since 2017.',
    zh: '自 2017 年起，政府网站须支持 IPv6 访问。',
  },
  fix: { en: 'add an IPv6 block to the plane', zh: '为平面增加 IPv6 地址块' },
  check: (subject) =>
    lookAtEach(businessPlanes(subject), ({ plane }) =>
      plane.blocks.some((block) => block.includes(':'))
        ? undefined
        : { en: `plane ${plane.key} has IPv4 only`, zh: `平面 ${plane.key} 仅有 IPv4` },
    ),
};
