import type { Policy } from '../policy';
import { OWN } from '../standards';
import { lookAtInvariant } from '../statement-look';

export const planeStore: Policy = {
  id: 'PLANE-STORE',
  title: { en: 'No authoritative data lies in the internet plane', zh: '权威数据不落互联网平面' },
  standard: OWN,
  controls: [],
  severity: 'high',
  scope: 'resources',
  why: {
    en: 'What lies in front of the gap is lost first.',
    zh: '网闸之外的数据最先失陷。',
  },
  fix: { en: 'keep copies there, and the original in the extranet', zh: '互联网平面仅存副本，原件置于政务外网' },
  check: (subject) => lookAtInvariant(subject, 'INV-3'),
};
