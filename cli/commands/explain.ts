import { nearMiss } from '../../environments/near-miss';
import { flowMatrix, type MatrixRow } from '../../model/flow-matrix';
import { invariants } from '../../model/invariant';
import { ProblemsError } from '../../model/problem';
import type { Text } from '../../model/text';
import { zoneKinds } from '../../model/zone-kind';
import { answerJson, type Context } from '../context';
import { ExitCode } from '../exit-code';
import { problemKinds } from '../problem-kinds';
import { USAGE_NAME } from '../usage-problems';

export interface ExplainInputs {
  /** Code of a problem, row of the flow matrix, invariant or kind of zone; all are listed when undefined. */
  readonly code: string | undefined;
}

/** Something that can be explained. */
export interface Explanation {
  readonly code: string;
  readonly subject: 'problem' | 'flow matrix' | 'invariant' | 'zone kind';
  readonly text: Text;
}

/** Says why a rule exists, in both languages, since a reviewer and a department may read different ones. */
export async function explain({ code }: ExplainInputs, context: Context): Promise<ExitCode> {
  const all = explanations();
  if (code === undefined) {
    if (context.json) answerJson(context, all);
    else for (const one of all) context.output.data(`${one.code}  ${one.text[context.language]}`);
    return ExitCode.ok;
  }
  const found = all.find((one) => one.code.toLowerCase() === code.toLowerCase());
  if (found === undefined) throw unknown(code, all);
  if (context.json) answerJson(context, found);
  else
    for (const line of [
      `${found.code} · ${SUBJECTS[found.subject][context.language]}`,
      `  ${found.text.en}`,
      `  ${found.text.zh}`,
    ])
      context.output.data(line);
  return ExitCode.ok;
}

/** Everything that has a code, in the order of the reference. */
export function explanations(): Explanation[] {
  return [
    ...[...problemKinds().values()].flatMap((kinds) =>
      kinds.map(({ code, why }) => ({ code, subject: 'problem' as const, text: why })),
    ),
    ...flowMatrix.map((row) => ({ code: row.id, subject: 'flow matrix' as const, text: rowText(row) })),
    ...Object.entries(invariants).map(([code, text]) => ({ code, subject: 'invariant' as const, text })),
    ...Object.entries(zoneKinds).map(([code, facts]) => ({
      code,
      subject: 'zone kind' as const,
      text: zoneText(facts),
    })),
  ];
}

const SUBJECTS: Readonly<Record<Explanation['subject'], Text>> = {
  problem: { en: 'problem', zh: '问题' },
  'flow matrix': { en: 'row of the flow matrix', zh: '流矩阵行' },
  invariant: { en: 'invariant', zh: '不变量' },
  'zone kind': { en: 'kind of zone', zh: '区域类型' },
};

const VERDICTS: Readonly<Record<MatrixRow['verdict'], Text>> = {
  allow: { en: 'allowed', zh: '允许' },
  deny: { en: 'denied', zh: '禁止' },
  gap: { en: 'through a gap device only', zh: '仅经网闸' },
};

function rowText({ from, to, verdict, ports, condition }: MatrixRow): Text {
  const ends = `${from.join(', ')} → ${to.join(', ')}`;
  const on = ports === undefined ? '' : ` (${ports.join(', ')})`;
  return {
    en: `${ends}${on}: ${VERDICTS[verdict].en}; ${condition.en}`,
    zh: `${ends}${on}：${VERDICTS[verdict].zh}；${condition.zh}`,
  };
}

const PUBLIC: Readonly<Record<string, Text>> = {
  yes: { en: 'may have public addresses', zh: '可有公网地址' },
  lb: { en: 'public addresses on load balancers only', zh: '仅负载均衡可有公网地址' },
  nat: { en: 'one-to-one mappings on the extranet only', zh: '仅可在外网侧一对一映射' },
  no: { en: 'no public address', zh: '不得有公网地址' },
};

function zoneText({
  name,
  plane,
  trust,
  publicAddress,
  authoritativeData,
  tenancy,
}: (typeof zoneKinds)[keyof typeof zoneKinds]): Text {
  const open = PUBLIC[publicAddress] as Text;
  return {
    en: [
      `${name.en}: ${plane === 'any' ? 'any plane' : `${plane} plane`}, trust ${trust}`,
      open.en,
      authoritativeData ? 'may hold authoritative data' : 'no authoritative data',
      tenancy === 'tenant' ? 'networks of departments' : 'one network of the platform',
    ].join('; '),
    zh: [
      `${name.zh}：${plane === 'any' ? '任一平面' : `${plane} 平面`}，信任级别 ${trust}`,
      open.zh,
      authoritativeData ? '可存放权威数据' : '不存放权威数据',
      tenancy === 'tenant' ? '部门网络' : '平台网络',
    ].join('；'),
  };
}

function unknown(name: string, all: readonly Explanation[]): ProblemsError {
  const known = all.map(({ code }) => code);
  const what = { en: 'code', zh: '代码' };
  const listed = { what, name, near: nearMiss(name, known), known: 'egov explain' };
  return new ProblemsError([USAGE_NAME.at('egov explain', listed)]);
}
