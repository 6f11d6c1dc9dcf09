import { type Explanation, explanations } from '../../cli/commands/explain';
import { problemKinds } from '../../cli/problem-kinds';
import { rows } from './commands-page';

/** docs/reference/codes.md, from the kinds of problems and the data of the domain. */
export function codesPage(): string {
  const all = explanations();
  const about = (subject: Explanation['subject']): Explanation[] => all.filter((one) => one.subject === subject);
  return [
    '<!-- Generated from model/problems, model/flow-matrix.ts, model/invariant.ts and model/zone-kind.ts by tools/reference.ts; do not edit. -->',
    '# Codes',
    '',
    'What `egov explain CODE` says: why each rule exists. Codes never change their meaning.',
    ...part('Invariants', about('invariant')),
    ...part('Rows of the flow matrix', about('flow matrix')),
    ...part('Kinds of zones', about('zone kind')),
    '',
    '## Problems',
    ...[...problemKinds()].flatMap(([subject, kinds]) => {
      const body = kinds.map(({ code, why }) => [`\`${code}\``, why.en, why.zh]);
      return ['', `### ${title(subject)}`, '', ...rows(['code', 'why', '中文'], body)];
    }),
    '',
  ].join('\n');
}

function part(name: string, explained: readonly Explanation[]): string[] {
  const body = explained.map(({ code, text }) => [`\`${code}\``, text.en, text.zh]);
  return ['', `## ${name}`, '', ...rows(['code', 'says', '中文'], body)];
}

function title(subject: string): string {
  const words = subject.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
