import { join } from 'node:path';
import { schemaReference } from '../../environments/environment-id';
import type { PortRange } from '../../model/flow';
import { ProblemsError } from '../../model/problem';
import { WAIVE_FINDING } from '../../model/problems/check-problems';
import type { Finding } from '../../policies/finding';
import { judge } from '../../policies/judge';
import { severityWords } from '../../policies/report/status-words';
import { applyWaivers } from '../../policies/waivers/apply-waivers';
import { longestTerms } from '../../policies/waivers/term-problems';
import type { Waiver } from '../../policies/waivers/waiver';
import { loadSubject } from '../check/load-subject';
import { policiesOf } from '../check/run-check';
import { addWaiver, type WrittenWaiver, waiverText } from '../check/waivers-file';
import { configOf } from '../config/load-config';
import { answer, answerJson, type Context, tell } from '../context';
import { ExitCode } from '../exit-code';

export interface WaiveInputs {
  readonly id: string;
  readonly fingerprint: string;
  readonly words: Pick<WrittenWaiver, 'reason' | 'owner' | 'approver' | 'ticket' | 'until' | 'compensating'>;
  /** The day of the run, YYYY-MM-DD. */
  readonly asOf: string;
  /** Whether nothing is written. */
  readonly dryRun: boolean;
}

/**
 * Writes a waiver for one finding, after showing exactly what it covers. Throws ProblemsError, and writes nothing,
 * where there is no such finding or the waiver would not stand.
 */
export async function waive(
  { id, fingerprint, words, asOf, dryRun }: WaiveInputs,
  context: Context,
): Promise<ExitCode> {
  const { subject, waivers } = loadSubject({ id, asOf }, context);
  const all = policiesOf([], configOf(context).policies);
  const known = all.map((one) => one.id);
  const judged = judge(all, subject);
  const { judgements } = applyWaivers(judged, waivers, { asOf, known });
  const open = judgements
    .flatMap((one) => one.findings)
    .filter((one) => one.status !== 'waived' && one.status !== 'error');
  const finding = open.find((one) => one.fingerprint === fingerprint);
  const file = join(context.environments, id, 'waivers.yaml');
  if (finding === undefined) {
    const near = open.slice(0, 8).map((one) => one.fingerprint);
    throw new ProblemsError([WAIVE_FINDING.at(file, { fingerprint, near })]);
  }
  const written = writtenFor(finding, words);
  const { problems } = applyWaivers(judged, [waiverFor(finding, written)], { asOf, known });
  if (problems.length > 0) throw new ProblemsError(problems);
  if (context.json) answerJson(context, { covers: finding, waiver: written, file, written: !dryRun });
  else for (const line of coverLines(finding, written, context)) context.output.data(line);
  if (finding.flow !== undefined && written.flows === undefined)
    tell(context, {
      en: 'the flow set takes more words than a waiver has: it covers whatever this finding becomes',
      zh: '流集合无法用一条豁免表达：豁免将覆盖该发现日后的变化',
    });
  if (dryRun) return ExitCode.ok;
  addWaiver(file, schemaReference(id, 'waivers.yaml'), written);
  if (!context.json) answer(context, { en: `written to ${file}`, zh: `已写入 ${file}` });
  return ExitCode.ok;
}

function writtenFor(
  { policy, resource, fingerprint, clauses, flow }: Finding,
  words: WaiveInputs['words'],
): WrittenWaiver {
  const { compensating, ...rest } = words;
  const flows = flow && flowsOf(flow);
  return {
    policy,
    at: resource,
    fingerprint,
    ...(flows && { flows }),
    ...(clauses[0] !== undefined && { clause: clauses[0] }),
    ...rest,
    ...(compensating !== undefined && { compensating }),
  };
}

/** The set in the words of a waiver: one range of ports, and one block or everything that the end sends. */
function flowsOf({ from, to, sources, services }: NonNullable<Finding['flow']>): WrittenWaiver['flows'] {
  if (!/^(tcp|udp)\/\d+(-\d+)?$/.test(services)) return undefined;
  const [block, ...others] = sources;
  return { from: block !== undefined && others.length === 0 ? block : from, to, ports: services };
}

function waiverFor(finding: Finding, { at, flows, ...rest }: WrittenWaiver): Waiver {
  const place = (): string => finding.place;
  return { ...rest, at: [at], ...(flows && { flows: { ...flows, ports: rangeOf(flows.ports) } }), place };
}

function rangeOf(words: string): PortRange {
  const [protocol = '', ports = ''] = words.split('/');
  const [from = 0, to = from] = ports.split('-').map(Number);
  return { protocol: protocol as PortRange['protocol'], from, to };
}

function coverLines(finding: Finding, written: WrittenWaiver, { language }: Context): string[] {
  const { policy, severity, message, resource, place, clauses, standard, flow, level } = finding;
  const set = flow && `${flow.from} → ${flow.to} · ${flow.sources.join(' ')} · ${flow.services}`;
  const term = { en: `at most ${longestTerms[severity]} days`, zh: `至多 ${longestTerms[severity]} 天` }[language];
  const heading = { en: 'covers one finding:', zh: '覆盖一项发现：' }[language];
  return [
    heading,
    `  ${policy} · ${severityWords[severity][language]} · ${[standard, ...clauses].join(' ')} · ${language === 'zh' ? '等级' : 'level'} ${level} · ${term}`,
    `  ${message[language]}`,
    `  ${place === resource ? resource : `${place} · ${resource}`}`,
    ...(set === undefined ? [] : [`  ${set}`]),
    '',
    ...waiverText(written).trimEnd().split('\n'),
  ];
}
