import type { AllowedFlow } from '../../model/flow';
import type { Text } from '../../model/text';
import type { FlowChange, SemanticDiff } from '../../proof/semantic-diff';
import type { Change } from '../change';
import type { PlacesOfEnds } from './places-of-ends';

/** What a change lets through or stops, each pair of ends by itself; what crosses planes comes first. */
export function flowChanges(environment: string, diff: SemanticDiff, now: PlacesOfEnds, old: PlacesOfEnds): Change[] {
  return [
    ...diff.changes.map((one) => told(environment, one, now, old)),
    ...diff.missing.filter(({ side }) => side !== 'both').map((one) => missing(environment, one)),
  ];
}

/** Something that could open or close a path anywhere, and is not understood, comes or goes. */
function missing(environment: string, { place, assumption, side }: SemanticDiff['missing'][number]): Change {
  const now = side === 'after';
  return {
    environment,
    lane: 1,
    rank: now ? 1 : 7,
    kind: 'unknown',
    subject: place,
    what: now
      ? { en: `could open a path anywhere, unless ${assumption}`, zh: `可能在任意处开通路径，除非：${assumption}` }
      : { en: `is understood now: ${assumption}`, zh: `现已可判定：${assumption}` },
    place,
    resources: [],
  };
}

function told(environment: string, change: FlowChange, now: PlacesOfEnds, old: PlacesOfEnds): Change {
  const { from, to, opened, closed, doubted, settled } = change;
  const places = opened || closed === undefined ? now : old;
  const packet = (opened ?? closed ?? doubted ?? settled)?.witness;
  const flow = packet && places.allowing(from, to, packet);
  const approval = flow && (places.approvalOf(flow) ?? flow.id);
  return {
    environment,
    lane: 1,
    rank: rankOf(change, places, flow),
    kind: 'flow',
    subject: `${from} → ${to}`,
    what: whatOf(change, places),
    ...(flow && { place: flow.place, touches: flow.row }),
    ...(approval !== undefined && { approvedBy: approval }),
    ...(opened && { opened }),
    ...(closed && { closed }),
    ...(doubted && !opened && { opened: doubted }),
    resources: [],
  };
}

const KINDS: Readonly<Record<string, Text>> = {
  added: { en: 'opens', zh: '新开通' },
  removed: { en: 'closes', zh: '关闭' },
  widened: { en: 'widens', zh: '放宽' },
  narrowed: { en: 'narrows', zh: '收窄' },
  doubted: { en: 'is unknown now', zh: '现已无法判定' },
  settled: { en: 'is known again', zh: '重新可判定' },
  changed: { en: 'opens one part and closes another', zh: '部分开通、部分关闭' },
};

function whatOf({ kind, from, to, opened, closed, doubted, settled }: FlowChange, places: PlacesOfEnds): Text {
  const verb = KINDS[kind] ?? { en: kind, zh: kind };
  const crossing = opened !== undefined && places.crosses(from, to);
  const parts = [
    ...(opened ? [{ en: `now passes ${opened.services}`, zh: `现可通过 ${opened.services}` }] : []),
    ...(doubted ? [{ en: `perhaps passes ${doubted.services}`, zh: `可能通过 ${doubted.services}` }] : []),
    ...(settled && !opened && !closed
      ? [{ en: `no doubt any more about ${settled.services}`, zh: `不再存疑：${settled.services}` }]
      : []),
    ...(closed ? [{ en: `no longer passes ${closed.services}`, zh: `不再通过 ${closed.services}` }] : []),
  ];
  const [en, zh] = [parts.map((part) => part.en).join('; '), parts.map((part) => part.zh).join('；')];
  return {
    en: `${verb.en}${crossing ? ' across planes' : ''}${en === '' ? '' : `: ${en}`}`,
    zh: `${crossing ? '跨平面' : ''}${verb.zh}${zh === '' ? '' : `：${zh}`}`,
  };
}

/** Rows of the matrix that every host has with the platform: never what a review is about. */
const STANDING = ['F14', 'F16', 'F17', 'F18', 'F20', 'F21'];

function rankOf(
  { from, to, opened, doubted }: FlowChange,
  places: PlacesOfEnds,
  flow: AllowedFlow | undefined,
): number {
  if (doubted) return 2;
  if (!opened) return 7;
  const [a, b] = [places.of(from), places.of(to)];
  if (flow === undefined && places.crosses(from, to)) return 0;
  if (flow === undefined) return 2;
  if (places.crosses(from, to) && !STANDING.includes(flow.row)) return 3;
  if (a.outside || b.outside) return 4;
  if (a.tenant !== undefined && b.tenant !== undefined && a.tenant !== b.tenant) return 4;
  return STANDING.includes(flow.row) ? 6 : 5;
}
