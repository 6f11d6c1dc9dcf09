import { createHash } from 'node:crypto';
import type { Change } from './change';
import { isViolation } from './grave';
import { laneNames, lanes } from './lane';
import type { Review } from './review';

/** SARIF 2.1.0 (OASIS): a result for each change of the first four lanes, at the line that causes it. */
export function reviewSarif({ changes, base, head }: Review, version: string): object {
  const told = changes.filter(({ lane }) => lane <= 4);
  const rules = lanes.slice(0, 4).map((lane) => ({
    id: `review-lane-${lane}`,
    shortDescription: { text: laneNames[lane].en },
    help: { text: laneNames[lane].zh },
  }));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'egov', semanticVersion: version, rules } },
        automationDetails: { id: 'egov review' },
        invocations: [{ executionSuccessful: true }],
        results: told.map(resultOf),
        properties: { base: base.commit, head: head.commit },
      },
    ],
  };
}

function resultOf(change: Change): object {
  const { lane, environment, subject, what, place = '' } = change;
  const at = /^(.+):(\d+):(\d+)$/.exec(place);
  const region = { startLine: Math.max(1, Number(at?.[2])), startColumn: Math.max(1, Number(at?.[3])) };
  const physical = at && { physicalLocation: { artifactLocation: { uri: encodeURI(at[1] as string) }, region } };
  return {
    ruleId: `review-lane-${lane}`,
    ruleIndex: lane - 1,
    level: isViolation(change) ? 'error' : lane <= 2 ? 'warning' : 'note',
    message: { text: `${environment}: ${subject}: ${what.en}` },
    locations: [
      { ...physical, logicalLocations: [{ fullyQualifiedName: `${environment}/${subject}`, kind: 'resource' }] },
    ],
    partialFingerprints: { 'egov/v1': fingerprint(change) },
  };
}

/** The same after lines have moved. */
function fingerprint({ lane, environment, kind, subject, what }: Change): string {
  return createHash('sha256').update([lane, environment, kind, subject, what.en].join('\n')).digest('hex').slice(0, 12);
}
