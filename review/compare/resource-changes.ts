import { byKey } from '../../model/stable-hash';
import type { Text } from '../../model/text';
import type { Change, ResourceAction, TouchedResource } from '../change';
import type { Lane } from '../lane';
import { countedTypes } from '../words/type-words';
import type { ResourceDifference } from './resource-differences';
import { isReplaced, laneOfResource } from './resource-lanes';
import { type Subject, type Subjects, subjectKinds } from './subjects';

/** Resources of one subject that share a lane and a fate, as one change each: a tier is one thing, not twelve. */
export function resourceChanges(
  environment: string,
  differences: readonly ResourceDifference[],
  subjects: Subjects,
): Change[] {
  const together = new Map<
    string,
    { subject: Subject; lane: Lane; action: ResourceAction; all: ResourceDifference[] }
  >();
  for (const one of differences) {
    const [subject, lane] = [subjects.of(one.address, one.stack), laneOfResource(one)];
    const action = isReplaced(one) ? 'replace' : one.action;
    // What changes in different attributes are different changes, so that the same ones meet in one group.
    const paths = [...new Set(one.differences.map(({ path }) => path.replace(/\[\d+\]/g, '')))].sort().join(' ');
    const key = [lane, subject.kind, subject.key, action, paths].join('\t');
    const known = together.get(key) ?? { subject, lane, action, all: [] };
    known.all.push(one);
    together.set(key, known);
  }
  return [...together]
    .sort(([a], [b]) => byKey(a, b))
    .map(([, { subject, lane, action, all }]) => told(environment, subject, lane, action, all));
}

const VERBS: Readonly<Record<ResourceAction, Text>> = {
  add: { en: 'added', zh: '新增' },
  change: { en: 'changed', zh: '修改' },
  replace: { en: 'replaced', zh: '替换' },
  destroy: { en: 'destroyed', zh: '销毁' },
  move: { en: 'moved in the state', zh: '仅在状态中移动' },
  drift: { en: 'differ in the cloud', zh: '与云上不一致' },
};

function told(
  environment: string,
  { kind, key }: Subject,
  lane: Lane,
  action: ResourceAction,
  all: readonly ResourceDifference[],
): Change {
  const [counted, noun] = [countedTypes(all.map((one) => one.type)), subjectKinds[kind]];
  const verb = all.length === 1 && action === 'drift' ? { ...VERBS.drift, en: 'differs in the cloud' } : VERBS[action];
  const paths = [...new Set(all.flatMap((one) => one.differences.map(({ path }) => path.replace(/\[\d+\]/g, ''))))];
  const named = paths.length === 0 ? '' : ` (${paths.slice(0, 4).join(', ')}${paths.length > 4 ? ', …' : ''})`;
  const [first] = all;
  const only = all.length === 1 && first?.differences.length === 1 ? first.differences[0] : sameDifference(all);
  return {
    environment,
    lane,
    rank: RANKS[action],
    kind,
    subject: key,
    what: {
      en: `${noun.en}: ${counted.en} ${verb.en}${named}`,
      zh: `${noun.zh}：${counted.zh} ${verb.zh}${named}`,
    },
    ...(only?.before !== undefined && { before: only.before }),
    ...(only?.after !== undefined && { after: only.after }),
    ...(first?.place !== undefined && { place: first.place }),
    resources: all.map((one) => touched(one, action)),
  };
}

const RANKS: Readonly<Record<ResourceAction, number>> = {
  destroy: 0,
  replace: 1,
  drift: 2,
  change: 3,
  add: 4,
  move: 5,
};

/** The one difference that all of them have, where it is one. */
function sameDifference(all: readonly ResourceDifference[]) {
  const [first] = all;
  const one = first?.differences[0];
  const same = (other: ResourceDifference) => JSON.stringify(other.differences) === JSON.stringify(first?.differences);
  return first?.differences.length === 1 && all.every(same) ? one : undefined;
}

function touched({ stack, address, differences }: ResourceDifference, action: ResourceAction): TouchedResource {
  return { stack, address, action, attributes: differences.map(({ noise: _, ...difference }) => difference) };
}
