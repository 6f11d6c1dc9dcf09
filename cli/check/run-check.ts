import { nearMiss } from '../../environments/near-miss';
import { ProblemsError } from '../../model/problem';
import { judge } from '../../policies/judge';
import { packs, policies } from '../../policies/packs';
import type { Policy } from '../../policies/policy';
import type { Report } from '../../policies/report/report';
import { applyWaivers } from '../../policies/waivers/apply-waivers';
import { USAGE_NAME } from '../usage-problems';
import type { Loaded } from './load-subject';

/** The pack of what a repository brings in its egov.config.ts. */
const OWN = 'own';

/**
 * All policies of some packs, each once; every policy where no pack is named. Those of the repository are the pack
 * `own`. Throws USAGE_NAME for a pack there is not.
 */
export function policiesOf(names: readonly string[], own: readonly Policy[] = []): readonly Policy[] {
  const there: Readonly<Record<string, readonly Policy[]>> = own.length === 0 ? packs : { ...packs, [OWN]: own };
  const known = Object.keys(there);
  const unknown = names.filter((name) => !Object.hasOwn(there, name));
  if (unknown.length > 0) {
    const what = { en: 'pack', zh: '策略包' };
    throw new ProblemsError(
      unknown.map((name) => USAGE_NAME.at('egov check --pack', { what, name, near: nearMiss(name, known), known })),
    );
  }
  const wanted = new Set(names.flatMap((name) => there[name] ?? []));
  const all = [...policies, ...own];
  return names.length === 0 ? all : all.filter((one) => wanted.has(one));
}

/** Judges what was loaded, and covers findings by its waivers, which may name policies of the repository too. */
export function runCheck(
  { name, subject, waivers }: Loaded,
  asked: readonly Policy[],
  own: readonly Policy[] = [],
): Report {
  const { asOf } = subject;
  const known = [...policies, ...own].map((one) => one.id);
  return { subject: name, asOf, ...applyWaivers(judge(asked, subject), waivers, { asOf, known }) };
}
