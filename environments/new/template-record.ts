import type { DivisionAnswers } from './division-answers';

/** The lines of environment.yaml that tell what it was made of, with the names of the command's options. */
export function templateRecord(version: number, answers: DivisionAnswers, on: string): readonly string[] {
  const { parent, operators, backupAt, contacts, name, adcode, key, departments, size, mlps } = answers;
  const { ipv6, xinchuang, domain, provider } = answers;
  const given: Readonly<Record<string, string | undefined>> = {
    name,
    adcode,
    parent,
    key,
    departments,
    size,
    mlps: `${mlps}`,
    ipv6: `${ipv6}`,
    xinchuang: `${xinchuang}`,
    domain,
    provider,
    'network-contact': contacts.network,
    'security-contact': contacts.security,
    operators: operators.join(','),
    'backup-at': backupAt,
  };
  const lines = Object.entries(given).flatMap(([answer, said]) =>
    said === undefined ? [] : [`    ${answer}: ${JSON.stringify(said)}`],
  );
  return ['template:', `  version: ${version}`, `  on: ${on}`, '  answers:', ...lines];
}
