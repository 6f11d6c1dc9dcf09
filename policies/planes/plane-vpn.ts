import type { Policy } from '../policy';
import { OWN } from '../standards';
import { lookAtInvariant } from '../statement-look';

export const planeVpn: Policy = {
  id: 'PLANE-VPN',
  title: { en: 'No chain of route imports joins two departments', zh: 'VRF 导入关系不连通两个部门' },
  standard: OWN,
  controls: [],
  severity: 'high',
  scope: 'resources',
  why: {
    en: 'Two imports, each of them harmless, make a way that nobody approved.',
    zh: '两条各自无害的导入关系叠加会形成未经审批的通路。',
  },
  fix: { en: 'remove the import', zh: '删除该导入' },
  check: (subject) => lookAtInvariant(subject, 'INV-6'),
};
