import { createHash } from 'node:crypto';
import type { ClauseEvidence, RuleEvidence } from './assessment';
import { type Evidence, ruleFile } from './evidence';

/** Version of NIST's model that this follows. */
const OSCAL = '1.1.2';

/**
 * The assessment as OSCAL assessment-results. A clause that only a person can judge, or that does not apply, is
 * excluded rather than called satisfied; what is waived is not satisfied, with an approved deviation.
 */
export function oscalResults(evidence: Evidence): object {
  const { environment, name, asOf, version, assessment } = evidence;
  // The day as China counts it: a run has no hour, so that two runs are the same bytes.
  const time = `${asOf}T00:00:00+08:00`;
  const judged = assessment.clauses.filter(isJudged);
  const others = assessment.clauses.filter((one) => !isJudged(one));
  const uuid = (what: string): string => uuidOf(`${environment} ${assessment.level} ${asOf} ${what}`);
  const used = assessment.rules.filter((one) => judged.some((clause) => rulesOf(clause).includes(one)));
  const waived = used.flatMap((one) => one.findings).filter((one) => one.waiver !== undefined);
  return {
    'assessment-results': {
      uuid: uuid('results'),
      metadata: {
        title: `GB/T 22239-2019 level ${assessment.level}: ${name}`,
        'last-modified': time,
        version: asOf,
        'oscal-version': OSCAL,
        props: [{ name: 'tool-version', value: version, ns: NAMESPACE }],
      },
      'import-ap': { href: `#${uuid('plan')}`, remarks: 'The plan is the control table of the tool.' },
      results: [
        {
          uuid: uuid('result'),
          title: `Definitions of ${environment}`,
          description:
            'Judged on the definitions of the cloud and on a proof of who can reach whom; no host was visited.',
          start: time,
          end: time,
          'reviewed-controls': {
            'control-selections': [
              {
                ...(judged.length > 0
                  ? { 'include-controls': judged.map((one) => ({ 'control-id': controlId(one.clause) })) }
                  : { 'include-all': {} }),
                ...(others.length > 0 && {
                  'exclude-controls': others.map((one) => ({ 'control-id': controlId(one.clause) })),
                }),
              },
            ],
          },
          ...(used.length > 0 && { observations: used.map((one) => observation(one, uuid, time)) }),
          ...(waived.length > 0 && { risks: waived.map((one) => risk(one, uuid)) }),
          ...(judged.length > 0 && { findings: judged.map((one) => finding(one, uuid)) }),
        },
      ],
      'back-matter': {
        resources: [
          {
            uuid: uuid('plan'),
            title: 'Control table',
            description: 'Rows of GB/T 22239-2019 that definitions speak to.',
          },
        ],
      },
    },
  };
}

const NAMESPACE = 'https://egov.invalid/ns/oscal';

/** What the definitions decide: a person, or nobody, decides the rest. */
function isJudged({ status }: ClauseEvidence): boolean {
  return status !== 'manual' && status !== 'not-applicable';
}

function rulesOf({ controls }: ClauseEvidence): readonly RuleEvidence[] {
  return controls.flatMap((one) => one.rules);
}

function observation({ policy, status, looked, findings }: RuleEvidence, uuid: (what: string) => string, time: string) {
  return {
    uuid: uuid(`observation ${policy.id}`),
    title: policy.title.en,
    description: `${policy.id}: ${status}, ${looked.length} looked at, ${findings.length} found`,
    methods: ['TEST'],
    types: ['finding'],
    'relevant-evidence': [
      { href: ruleFile(policy.id), description: 'Everything that was looked at, and every finding.' },
    ],
    collected: time,
  };
}

function risk(
  { policy, resource, message, waiver, fingerprint }: RuleEvidence['findings'][number],
  uuid: (what: string) => string,
) {
  return {
    uuid: uuid(`risk ${fingerprint}`),
    title: `${policy} at ${resource}`,
    description: message.en,
    statement: `Accepted by ${waiver}.`,
    status: 'deviation-approved',
  };
}

function finding(clause: ClauseEvidence, uuid: (what: string) => string): object {
  const rules = rulesOf(clause);
  const risks = rules.flatMap((one) => one.findings).filter((one) => one.waiver !== undefined);
  const met = clause.status === 'pass';
  const related = [...new Set(rules.map((one) => uuid(`observation ${one.policy.id}`)))];
  const associated = [...new Set(risks.map((one) => uuid(`risk ${one.fingerprint}`)))];
  return {
    uuid: uuid(`finding ${clause.clause}`),
    title: clause.clause,
    description: clause.controls.map(({ control }) => control.requirement.en).join('; '),
    target: {
      type: 'objective-id',
      'target-id': controlId(clause.clause),
      status: {
        state: met ? 'satisfied' : 'not-satisfied',
        reason: met ? 'pass' : clause.status === 'fail' ? 'fail' : 'other',
      },
    },
    ...(related.length > 0 && { 'related-observations': related.map((one) => ({ 'observation-uuid': one })) }),
    ...(associated.length > 0 && { 'related-risks': associated.map((one) => ({ 'risk-uuid': one })) }),
  };
}

/** A clause as a token of OSCAL: `mlps-8.1.2.1.e`. */
function controlId(clause: string): string {
  return `mlps-${clause.replaceAll(' ', '.')}`;
}

/** A name-based UUID in the form of RFC 9562 version 5, so that a second run gives the same. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
