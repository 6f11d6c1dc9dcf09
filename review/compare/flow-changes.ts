import type { AllowedFlow } from '../../model/flow';
import type { Text } from '../../model/text';
import type { ChangedPackets, FlowChange, SemanticDiff } from '../../proof/semantic-diff';
import type { Change } from '../change';
import type { PlacesOfEnds } from './places-of-ends';

/** What a change lets through or stops, each pair of ends by itself; what crosses planes comes first. */
export function flowChanges(environment: string, diff: SemanticDiff, now: PlacesOfEnds, old: PlacesOfEnds): Change[] {
  return [
    ...diff.changes.map((one) => told(environment, one, now, old)),
    ...diff.missing.map((one) => missing(environment, one)),
  ];
}

/**
 * Something that could open or close a path anywhere, and is not understood. Where it was so before, it is told all the
 * same: without it, no change of paths would look like a proof.
 */
function missing(environment: string, { place, assumption, side }: SemanticDiff['missing'][number]): Change {
  const { rank, what } = MISSING[side];
  return { environment, lane: 1, rank, kind: 'unknown', subject: place, what: what(assumption), place, resources: [] };
}

const MISSING: Readonly<
  Record<SemanticDiff['missing'][number]['side'], { rank: number; what: (assumption: string) => Text }>
> = {
  after: {
    rank: 1,
    what: (one) => ({ en: `could open a path anywhere, unless ${one}`, zh: `可能在任意处开通路径，除非：${one}` }),
  },
  both: {
    rank: 6,
    what: (one) => ({
      en: `could open a path anywhere, now as before, unless ${one}`,
      zh: `变更前后均可能在任意处开通路径，除非：${one}`,
    }),
  },
  before: { rank: 7, what: (one) => ({ en: `is understood now: ${one}`, zh: `现已可判定：${one}` }) },
};

function told(environment: string, change: FlowChange, now: PlacesOfEnds, old: PlacesOfEnds): Change {
  const { from, to, opened, closed, doubted, settled } = change;
  const places = opened || closed === undefined ? now : old;
  const packet = (opened ?? closed ?? doubted ?? settled)?.witness;
  const flow = packet && places.allowing(from, to, packet);
  // What is known again may be known not to pass: nothing need have approved it.
  const approval = flow && (opened || closed || doubted) && (places.approvalOf(flow) ?? flow.id);
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
    ...(doubted && { doubted }),
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
  const said = (one: ChangedPackets | undefined, en: string, zh: string): Text[] => {
    if (!one) return [];
    const few = fewServices(one.services);
    return [{ en: `${en} ${few.en}`, zh: `${zh}${few.zh}` }];
  };
  const parts = [
    ...said(opened, 'now passes', '现可通过 '),
    ...said(doubted, 'perhaps passes', '可能通过 '),
    ...said(opened || closed ? undefined : settled, 'no doubt any more about', '不再存疑：'),
    ...said(closed, 'no longer passes', '不再通过 '),
  ];
  const [en, zh] = [parts.map((part) => part.en).join('; '), parts.map((part) => part.zh).join('；')];
  return {
    en: `${verb.en}${crossing ? ' across planes' : ''}${en === '' ? '' : `: ${en}`}`,
    zh: `${crossing ? '跨平面' : ''}${verb.zh}${zh === '' ? '' : `：${zh}`}`,
  };
}

const FEW = 12;

/** The first services; the rest is counted, and stands in the JSON. */
function fewServices(services: string): Text {
  const all = services.split(', ');
  const few = all.slice(0, FEW).join(', ');
  const more = all.length - FEW;
  return more > 0 ? { en: `${few} and ${more} more`, zh: `${few} 等 ${all.length} 项` } : { en: few, zh: few };
}

/** Rows of the matrix that every host has with the platform: never what a review is about. */
const STANDING = ['F14', 'F16', 'F17', 'F18', 'F20', 'F21'];

function rankOf(
  { from, to, opened, doubted }: FlowChange,
  places: PlacesOfEnds,
  flow: AllowedFlow | undefined,
): number {
  if (!opened) return doubted ? 2 : 7;
  const [a, b] = [places.of(from), places.of(to)];
  if (flow === undefined && places.crosses(from, to)) return 0;
  if (flow === undefined || doubted) return 2;
  if (places.crosses(from, to) && !STANDING.includes(flow.row)) return 3;
  if (a.outside || b.outside) return 4;
  if (a.tenant !== undefined && b.tenant !== undefined && a.tenant !== b.tenant) return 4;
  return STANDING.includes(flow.row) ? 6 : 5;
}
