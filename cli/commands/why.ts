import { ProblemsError } from '../../model/problem';
import { findEnds, type UnknownName } from '../../proof/name-resolution';
import { type ExplainedPair, type Explanation, type QuestionFault, serviceOf, why as whyWorld } from '../../proof/why';
import { answer, answerJson, type Context } from '../context';
import { ExitCode } from '../exit-code';
import { loadWorld } from '../proof/load-world';
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
  const { asked, design } = loadWorld({ id }, context);
  const { world, intent, driver } = asked;
  const network = (source: string) => whyWorld(world, intent, driver, source, to, packet);
  const service = serviceOf(packet);
  if (!design || service === undefined || ![from, to].some((name) => isWorkload(design, name))) return network(from);
  const strange = [from, to].flatMap((name): UnknownName[] => {
    const found = isWorkload(design, name) ? [] : findEnds(asked.reach, asked.ends, name);
    return 'near' in found ? [found] : [];
  });
  if (strange.length > 0) return { faults: strange };
  const ends = isWorkload(design, to) ? [] : findEnds(asked.reach, asked.ends, to);
  const addresses = 'near' in ends ? [] : ends.flatMap((end) => asked.reach.line.text(end.addresses));
  return whyAcross(design, { from, to, packet, service }, addresses, (node) => {
    const beyond = network(node);
    if ('faults' in beyond) throw new Error(`${node} is no address of this cloud's world`);
    return beyond;
  });
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
