import type { Intent } from '../../../model/intent';
import type { Statement } from '../../../proof/proof';
import { prove } from '../../../proof/prove';
import { governmentIntent } from './government-cloud';
import { ovn, type SmallCloud } from './small-cloud';

/** The proof of a cloud, its statements by name, and those that do not hold. */
export function judged(cloud: SmallCloud, intent: Intent = governmentIntent) {
  const proof = prove(cloud.world(), intent, ovn);
  const of = (statement: string) => proof.statements.find((one) => one.id === statement) as Statement;
  const bad = () => proof.statements.filter((one) => one.verdict !== 'PROVED').map((one) => `${one.verdict} ${one.id}`);
  return { proof, of, bad };
}
