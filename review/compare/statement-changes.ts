import type { Proof, Statement, Verdict } from '../../proof/proof';
import type { Change } from '../change';

/** Statements of the proof that hold no longer, hold again, or cannot be told any more. */
export function statementChanges(environment: string, before: Proof | undefined, after: Proof | undefined): Change[] {
  const old = new Map(before?.statements.map((one) => [one.id, one]));
  const now = after?.statements ?? [];
  return now.flatMap((one) => {
    const was = old.get(one.id);
    return was?.verdict === one.verdict ? [] : told(environment, was, one);
  });
}

const WORDS: Readonly<Record<Verdict, { en: string; zh: string; rank: number }>> = {
  VIOLATED: { en: 'is violated', zh: '被违反', rank: 1 },
  UNKNOWN: { en: 'cannot be told any more', zh: '已无法判定', rank: 2 },
  PROVED: { en: 'is proved again', zh: '重新得到证明', rank: 8 },
};

function told(environment: string, was: Statement | undefined, is: Statement): Change[] {
  // A statement about something new that holds says nothing that its flows do not say.
  if (was === undefined && is.verdict === 'PROVED') return [];
  const { en, zh, rank } = WORDS[is.verdict];
  const [violation] = is.violations;
  const missing = is.missing[0]?.assumption;
  const because = violation?.because ?? (missing === undefined ? undefined : { en: missing, zh: missing });
  const place = violation?.place ?? is.place;
  const { packet } = violation ?? {};
  return [
    {
      environment,
      lane: 1,
      rank,
      kind: 'statement',
      subject: is.id,
      what: {
        en: `${is.text.en}: ${en}${because ? `: ${because.en}` : ''}`,
        zh: `${is.text.zh}：${zh}${because ? `：${because.zh}` : ''}`,
      },
      ...(was && { before: was.verdict }),
      after: is.verdict,
      ...(place !== undefined && { place }),
      ...(packet && { opened: { services: packet.service, witness: packet } }),
      ...(is.invariant !== undefined && { touches: is.invariant }),
      resources: [],
    },
  ];
}
