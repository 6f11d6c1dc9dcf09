import { ProblemsError } from '../../model/problem';
import { findEnds, type NamedClass, type UnknownName } from '../../proof/name-resolution';
import {
  type ExplainedPair,
  type Explanation,
  type QuestionFault,
  serviceOf,
  whyBetween,
  why as whyWorld,
} from '../../proof/why';
import { answer, answerJson, type Context } from '../context';
import { ExitCode } from '../exit-code';
import { loadCloud } from '../proof/load-world';
import { isWorkload, whyAcross } from '../proof/pod-question';
import { USAGE_NAME } from '../usage-problems';

export interface WhyInputs {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** `tcp/5432`, `udp/53`, `icmp/8`. */
  readonly packet: string;
}

/** Follows one packet from one end to another. The answer is no verdict on the cloud: it ends with 0 either way. */
export async function why({ id, from, to, packet }: WhyInputs, context: Context): Promise<ExitCode> {
  const explained = await explain({ id, from, to, packet }, context);
  if ('faults' in explained) {
    const what = { en: 'end or packet', zh: '端点或报文' };
    throw new ProblemsError(
      explained.faults.map(({ name, near }) => {
        const known = near.length > 1 ? near : `egov flows ${id}`;
        return USAGE_NAME.at('egov why', { what, name, near: near.length === 1 ? near[0] : undefined, known });
      }),
    );
  }
  if (context.json) {
    answerJson(context, explained);
    return ExitCode.ok;
  }
  for (const line of explained.pairs.flatMap(pairLines)) context.output.data(line);
  for (const missing of explained.missing) context.output.data(`? ${missing}`);
  const flow = explained.allowedBy;
  const verdict = {
    passes: { en: 'passes', zh: '通过' },
    blocked: { en: 'blocked', zh: '被阻断' },
    unknown: { en: 'unknown', zh: '无法判定' },
  }[explained.verdict];
  answer(context, {
    en: `${from} → ${to} ${packet}: ${verdict.en}${flow === undefined ? '' : `, allowed by ${flow}`}`,
    zh: `${from} → ${to} ${packet}：${verdict.zh}${flow === undefined ? '' : `，依据 ${flow}`}`,
  });
  return ExitCode.ok;
}

async function explain({ id, from, to, packet }: WhyInputs, context: Context): Promise<Explanation | QuestionFault> {
  const { asked, described } = loadCloud(id, context);
  const { world, intent, driver, reach, ends } = asked;
  const { design } = described;
  const service = serviceOf(packet);
  if (service === undefined || ![from, to].some((name) => isWorkload(design, name)))
    return whyWorld(world, intent, driver, from, to, packet);
  const named = (name: string) => findEnds(reach, ends, name);
  const [sender, receiver] = [from, to].map((name) => (isWorkload(design, name) ? NO_ENDS : named(name)));
  const strange = [sender, receiver].filter((one): one is UnknownName => one !== undefined && 'near' in one);
  if (strange.length > 0) return { faults: strange };
  const others = found(receiver);
  const blocks = others.flatMap((end) => reach.line.text(end.addresses));
  return whyAcross(design, { from, to, packet, service }, blocks, (node, address, plane) => {
    const edges = found(named(node)).filter(({ one }) => asked.end(one).plane === plane);
    if (edges.length === 0)
      return { verdict: 'unknown', pairs: [], missing: [`no edge of ${plane} is known to have ${node} behind it`] };
    const there = found(named(address));
    return whyBetween(asked, edges, there.length > 0 ? there : others, service);
  });
}

const NO_ENDS: readonly NamedClass[] = [];

function found(ends: readonly NamedClass[] | UnknownName | undefined): readonly NamedClass[] {
  return ends === undefined || 'near' in ends ? NO_ENDS : ends;
}

function pairLines({ from, to, packet, passes, ways }: ExplainedPair): string[] {
  return [
    `${passes ? '✓' : '✗'} ${from} → ${to} · ${packet.service} ${packet.source} → ${packet.destination}`,
    ...ways.flatMap(({ steps, block }) => [
      ...steps.map(stepLine).map((line) => `    ${line}`),
      ...(block === undefined ? [] : [`  ✗ ${stepLine(block)}`]),
    ]),
  ];
}

type Step = ExplainedPair['ways'][number]['steps'][number];

function stepLine({ what, resource, place, detail, description }: Step): string {
  return [what, resource, detail, ...(description === undefined ? [] : [description]), place]
    .filter((words) => words !== '')
    .join(' · ');
}
