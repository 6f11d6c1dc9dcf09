import type { Policy } from '../policy';
import { expEgress } from './exp-egress';
import { expFwEgress } from './exp-fw-egress';
import { expFwIngress } from './exp-fw-ingress';
import { expIngress } from './exp-ingress';
import { expListener } from './exp-listener';
import { expRdp } from './exp-rdp';
import { expSsh } from './exp-ssh';

/** One file each, in the order of their names. */
export const exposurePolicies: readonly Policy[] = [
  expEgress,
  expFwEgress,
  expFwIngress,
  expIngress,
  expListener,
  expRdp,
  expSsh,
];
