import type { Language, Text } from '../../model/text';
import { controlPoints } from '../mlps/control-points';
import { statusWords } from '../report/status-words';
import type { ClauseEvidence, ControlEvidence } from './assessment';
import { manualChapters } from './chapters';
import { type Evidence, ruleFile } from './evidence';
import { evidenceWords } from './evidence-words';

/** One control of one clause, in words: what every page of the folder shows. */
export interface EvidenceRow {
  readonly clause: string;
  readonly clauseStatus: ClauseEvidence['status'];
  readonly point: string;
  readonly control: string;
  readonly requirement: string;
  readonly status: ControlEvidence['status'];
  /** Rules with the file of each. */
  readonly rules: readonly { readonly id: string; readonly file: string; readonly words: string }[];
  /** Why no rule answers, or tickets of waivers. */
  readonly remarks: readonly string[];
}

export function evidenceRows({ assessment }: Evidence, language: Language): readonly EvidenceRow[] {
  return assessment.clauses.flatMap(({ clause, status: clauseStatus, controls }) =>
    controls.map(({ control, status, rules, reason }) => ({
      clause,
      clauseStatus,
      point: language === 'zh' ? control.point : (controlPoints[control.point] ?? control.point),
      control: control.code,
      requirement: control.requirement[language],
      status,
      rules: rules.map(({ policy, status: own, looked, findings }) => ({
        id: policy.id,
        file: ruleFile(policy.id),
        words:
          language === 'zh'
            ? `${statusWords[own].zh}，检查 ${looked.length}，发现 ${findings.length}`
            : `${statusWords[own].en}, ${looked.length} looked at, ${findings.length} found`,
      })),
      remarks: [
        ...(reason ? [reason[language]] : []),
        ...new Set(rules.flatMap((one) => one.reason?.[language] ?? [])),
        ...new Set(
          rules.flatMap((one) =>
            one.findings.flatMap(({ waiver }) => (waiver ? [`${WAIVER[language]} ${waiver}`] : [])),
          ),
        ),
      ],
    })),
  );
}

const WAIVER: Text = { en: 'waiver', zh: '豁免' };

/** How many clauses have each status, in words. */
export function statusCounts({ assessment }: Evidence, language: Language): string {
  const counts = new Map<keyof typeof statusWords, number>();
  for (const { status } of assessment.clauses) counts.set(status, (counts.get(status) ?? 0) + 1);
  const order = Object.keys(statusWords) as (keyof typeof statusWords)[];
  return order
    .flatMap((status) => (counts.has(status) ? [`${statusWords[status][language]} ${counts.get(status)}`] : []))
    .join(language === 'zh' ? '，' : ', ');
}

/** The cells of each waiver, in the order of `waiverHeads`. */
export function waiverRows({ waivers }: Evidence): readonly (readonly string[])[] {
  return waivers.map(({ ticket, policy, at, reason, compensating = '', owner, approver, until }) => [
    ...[ticket, policy, at.join(' '), reason, compensating],
    `${owner} · ${approver}`,
    until,
  ]);
}

/** Chapters that a person must look at. */
export function manualLines({ assessment }: Evidence, language: Language): readonly string[] {
  return manualChapters(assessment.level).map(
    ({ chapter, title, partly }) =>
      `${chapter} ${title[language]}${partly ? ` (${evidenceWords.partly[language]})` : ''}`,
  );
}

/** The level that was asked for, and what that means where the platform has another one. */
export function levelWords({ assessment: { level }, platformLevel }: Evidence): Text {
  if (level <= platformLevel) return { en: `${level}`, zh: `${level}` };
  return {
    en: `${level}; the platform is of level ${platformLevel}, so only systems of level ${level} or higher are looked at, and not the platform`,
    zh: `${level}；平台为 ${platformLevel} 级，仅检查 ${level} 级及以上的系统，未检查平台`,
  };
}
