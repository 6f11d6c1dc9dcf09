import type { Finding } from '../finding';
import type { Judgement } from '../judgement';
import type { Policy } from '../policy';
import type { Severity } from '../severity';
import { findingsOf, type Report } from './report';

/** GitHub and others sort by these; the scale is that of CVSS. */
const SECURITY: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '3.0' };

const LEVELS: Readonly<Record<Finding['status'], 'error' | 'warning' | 'note'>> = {
  fail: 'error',
  error: 'error',
  warn: 'warning',
  'evidence-missing': 'note',
  waived: 'note',
};

/** SARIF 2.1.0 (OASIS). Waived findings are suppressed results; a policy that broke is a notification of the tool. */
export function reportSarif(report: Report, version: string): object {
  const rules = report.judgements.map((one) => one.policy);
  const broken = report.judgements.filter((one) => one.status === 'error');
  const results = findingsOf(report).filter((one) => one.status !== 'error');
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'egov', semanticVersion: version, rules: rules.map(ruleOf) } },
        automationDetails: { id: `egov check/${report.subject}` },
        invocations: [
          { executionSuccessful: broken.length === 0, toolExecutionNotifications: broken.map(notificationOf) },
        ],
        results: results.map((one) => resultOf(one, rules)),
      },
    ],
  };
}

function ruleOf({ id, title, why, fix, severity, standard, clauses, outcome }: Policy): object {
  return {
    id,
    shortDescription: { text: title.en },
    fullDescription: { text: why.en },
    help: { text: `${fix.en}\n${fix.zh}` },
    defaultConfiguration: { level: LEVELS[outcome ?? 'fail'] },
    properties: {
      severity,
      'security-severity': SECURITY[severity],
      tags: ['security', standard, ...Object.values(clauses ?? {}).flat()],
    },
  };
}

function resultOf(finding: Finding, rules: readonly Policy[]): object {
  const { policy, resource, place, message, fix, fingerprint, status, waiver, level, clauses } = finding;
  return {
    ruleId: policy,
    ruleIndex: rules.findIndex((one) => one.id === policy),
    level: LEVELS[status],
    message: { text: `${message.en}. ${fix.en}` },
    locations: [{ ...physical(place), logicalLocations: [{ fullyQualifiedName: resource, kind: 'resource' }] }],
    partialFingerprints: { 'egov/v1': fingerprint },
    ...(status === 'waived' && { suppressions: [{ kind: 'external', justification: waiver ?? '' }] }),
    properties: { status, mlps: level, clauses },
  };
}

/** `file:line:column`; a thing that stands in no file has a logical place only. */
function physical(place: string): object {
  const match = /^(.+):(\d+):(\d+)$/.exec(place);
  if (!match) return {};
  const region = { startLine: Math.max(1, Number(match[2])), startColumn: Math.max(1, Number(match[3])) };
  return { physicalLocation: { artifactLocation: { uri: encodeURI(match[1] as string) }, region } };
}

function notificationOf({ policy, reason }: Judgement): object {
  return {
    level: 'error',
    message: { text: reason?.en ?? policy.id },
    associatedRule: { id: policy.id },
  };
}
