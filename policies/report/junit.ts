import type { Language } from '../../model/text';
import type { Finding } from '../finding';
import type { Judgement } from '../judgement';
import { escaped } from './markup';
import type { Report } from './report';
import { statusWords } from './status-words';

/** JUnit's XML: a case for each finding, and one for each policy without any. Times are left at zero. */
export function reportJunit({ subject, judgements }: Report, language: Language): string {
  const cases = judgements.flatMap((one) => casesOf(one, language));
  const count = (tag: string): number => cases.filter((one) => one.includes(`<${tag} `)).length;
  const totals = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}" time="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="egov check" ${totals}>`,
    `  <testsuite name="${escaped(subject)}" ${totals}>`,
    ...cases.map((one) => `    ${one}`),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function casesOf({ policy, status, findings, reason }: Judgement, language: Language): string[] {
  if (findings.length > 0) return findings.map((one) => findingCase(one, language));
  const open = `<testcase classname="${escaped(policy.id)}" name="${escaped(policy.title[language])}" time="0"`;
  if (status === 'pass') return [`${open}/>`];
  const words = reason?.[language] ?? statusWords[status][language];
  return [`${open}><skipped message="${escaped(words)}"/></testcase>`];
}

function findingCase(finding: Finding, language: Language): string {
  const { policy, resource, about, status, severity, message, place, fix, clauses } = finding;
  const name = about === undefined ? resource : `${resource} ${about}`;
  const words = message[language];
  const told = [place, clauses.join(', '), fix[language]].filter((line) => line !== '').join('\n');
  const tag = status === 'fail' ? 'failure' : status === 'error' ? 'error' : undefined;
  const body = tag
    ? `<${tag} type="${severity}" message="${escaped(words)}">${escaped(told)}</${tag}>`
    : `<skipped message="${escaped(`${statusWords[status][language]}: ${words}`)}"/>`;
  return `<testcase classname="${escaped(policy)}" name="${escaped(name)}" time="0">${body}</testcase>`;
}
