import { levels } from '../../policies/clauses';
import { controls, MLPS } from '../../policies/mlps/control';
import { manualReasons } from '../../policies/mlps/manual-reasons';
import { packs, policies } from '../../policies/packs';
import type { Policy } from '../../policies/policy';
import { longestTerms } from '../../policies/waivers/term-problems';
import { everyWeakness } from '../weaknesses/every-weakness';
import { manifestWeaknesses } from '../weaknesses/manifest-weaknesses';
import { rows } from './commands-page';

/** docs/reference/policies.md, from the policies themselves and from the weaknesses that they are tried on. */
export function policiesPage(): string {
  return [
    '<!-- Generated from policies/ and tools/weaknesses by tools/reference.ts; do not edit. -->',
    '# Policies',
    '',
    `${policies.length} policies. \`egov check\` asks them, \`docs/guide/policies.md\` says how.`,
    '',
    '## Packs',
    '',
    ...rows(
      ['pack', 'policies'],
      Object.entries(packs).map(([name, members]) => [`\`${name}\``, String(members.length)]),
    ),
    '',
    '## Longest terms of a waiver',
    '',
    ...rows(
      ['severity', 'days'],
      Object.entries(longestTerms).map(([severity, days]) => [severity, String(days)]),
    ),
    '',
    '## Every policy',
    ...policies.flatMap(section),
    '',
    `## Rows of ${MLPS} that a person must look at`,
    '',
    ...rows(
      ['control', 'requirement', 'why', '原因'],
      [...controls.values()].flatMap(({ code, requirement }) => {
        const reason = manualReasons[code];
        return reason === undefined ? [] : [[`\`${code}\``, requirement.en, reason.en, reason.zh]];
      }),
    ),
    '',
  ].join('\n');
}

function section({
  id,
  title,
  why,
  fix,
  severity,
  standard,
  clauses,
  controls: own,
  outcome,
  scope,
}: Policy): string[] {
  const seeded = [...everyWeakness, ...manifestWeaknesses];
  const examples = seeded.filter((one) => one.policies.includes(id)).map((one) => one.example);
  const asked = levels.flatMap((level) => {
    const list = clauses?.[level] ?? [];
    return list.length > 0 ? [`level ${level}: ${list.join(', ')}`] : [];
  });
  return [
    '',
    `### ${id}`,
    '',
    `${title.en}. ${title.zh}。`,
    '',
    `* ${severity}, ${outcome ?? 'fail'}; looks at ${scope}`,
    `* ${standard}${asked.length > 0 ? `; ${asked.join('; ')}` : ''}`,
    ...(own.length > 0 ? [`* controls: ${own.map((one) => `\`${one}\``).join(', ')}`] : []),
    `* why: ${why.en} ${why.zh}`,
    `* repair: ${fix.en}. ${fix.zh}。`,
    ...(examples.length > 0 ? [`* for example: ${examples.join('; ')}`] : []),
  ];
}
