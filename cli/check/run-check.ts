import { nearMiss } from '../../environments/near-miss';
import { ProblemsError } from '../../model/problem';
import { judge } from '../../policies/judge';
import { packs, policies } from '../../policies/packs';
import type { Policy } from '../../policies/policy';
import type { Report } from '../../policies/report/report';
import { applyWaivers } from '../../policies/waivers/apply-waivers';
import { USAGE_NAME } from '../usage-problems';
import type { Loaded } from './load-subject';

/** All policies of some packs, each once; every policy where no pack is named. Throws USAGE_NAME for a pack there is not. */
export function policiesOf(names: readonly string[]): readonly Policy[] {
  const known = Object.keys(packs);
  const unknown = names.filter((name) => !Object.hasOwn(packs, name));
  if (unknown.length > 0) {
    const what = { en: 'pack', zh: '策略包' };
    throw new ProblemsError(
      unknown.map((name) => USAGE_NAME.at('egov check --pack', { what, name, near: nearMiss(name, known), known })),
    );
  }
  const wanted = new Set(names.flatMap((name) => packs[name] ?? []));
  return names.length === 0 ? policies : policies.filter((one) => wanted.has(one));
}

/** Judges what was loaded, and covers findings by its waivers. */
export function runCheck({ name, subject, waivers }: Loaded, asked: readonly Policy[]): Report {
  const { asOf } = subject;
  const known = policies.map((one) => one.id);
  return { subject: name, asOf, ...applyWaivers(judge(asked, subject), waivers, { asOf, known }) };
}
