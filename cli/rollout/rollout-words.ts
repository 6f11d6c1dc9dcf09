import type { Language, Text } from '../../model/text';
import { hasTime, type Waiting } from '../../rollout/next-steps';
import type { NewEvent } from '../../rollout/rollout-event';
import type { MemberStatus } from '../../rollout/rollout-member';
import type { RolloutReport } from '../../rollout/rollout-report';
import { table } from '../table';

export const statusNames: Readonly<Record<MemberStatus, Text>> = {
  untouched: { en: 'untouched', zh: '未处理' },
  preflighted: { en: 'preflighted', zh: '已预检' },
  applying: { en: 'applying', zh: '执行中' },
  verifying: { en: 'verifying', zh: '核验中' },
  done: { en: 'done', zh: '完成' },
  failed: { en: 'failed', zh: '失败' },
  skipped: { en: 'skipped', zh: '跳过' },
};

export const outcomeNames: Readonly<Record<RolloutReport['outcome'], Text>> = {
  planned: { en: 'planned', zh: '已计划' },
  running: { en: 'running', zh: '进行中' },
  paused: { en: 'paused', zh: '已暂停' },
  halted: { en: 'halted by failures', zh: '因失败停止' },
  stopped: { en: 'stopped', zh: '已终止' },
  done: { en: 'done', zh: '完成' },
};

/** What is waited for, and who or what ends the waiting. */
export function waitingWords(waiting: Waiting, rollout: string): Text {
  const time = hasTime(waiting) ? new Date(waiting.until).toISOString() : '';
  const call = (word: string) => `egov rollout ${word} ${rollout}`;
  switch (waiting.for) {
    case 'work':
      return { en: `work to do; ${call('start')} goes on`, zh: `尚有工作；执行 ${call('start')} 继续` };
    case 'window':
      return { en: `a maintenance window, at ${time}`, zh: `维护窗口，${time} 开启` };
    case 'soak':
      return { en: `the soak time of the canaries, until ${time}`, zh: `金丝雀观察期，至 ${time}` };
    case 'retry':
      return { en: `another try, at ${time}`, zh: `重试，${time}` };
    case 'preflight':
      return {
        en: `a preflight that failed: ${call('retry')}, or ${call('start')} --exclude ENV`,
        zh: `预检失败：${call('retry')}，或 ${call('start')} --exclude 环境`,
      };
    case 'start':
      return { en: `its start: ${call('start')}`, zh: `启动：${call('start')}` };
    case 'approval':
      return { en: `an approval: ${call('approve')}`, zh: `批准：${call('approve')}` };
    case 'review':
      return {
        en: `an approval of a plan that is another than the one reviewed: ${call('approve')}`,
        zh: `计划与评审时不同，需重新批准：${call('approve')}`,
      };
    case 'budget':
      return {
        en: `a decision about what failed: ${call('retry')} or ${call('stop')}`,
        zh: `对失败的处理：${call('retry')} 或 ${call('stop')}`,
      };
    case 'pause':
      return { en: `its end of a pause: ${call('resume')}`, zh: `暂停结束：${call('resume')}` };
    case 'never':
      return { en: 'a maintenance window that never opens', zh: '永不开启的维护窗口' };
    case 'end':
      return { en: 'nothing: it has ended', zh: '无：已结束' };
  }
}

/** One line of a running rollout. */
export function eventWords(event: NewEvent): Text | undefined {
  if (!('id' in event)) return undefined;
  const { id } = event;
  switch (event.type) {
    case 'preflighted':
      return { en: `· ${id}: preflighted, ${event.changes} changes`, zh: `· ${id}：预检通过，${event.changes} 项变更` };
    case 'replanned':
      return { en: `! ${id}: another plan than the one reviewed`, zh: `! ${id}：计划与评审时不同` };
    case 'applying':
      return { en: `· ${id}: applying`, zh: `· ${id}：执行中` };
    case 'applied':
      return { en: `· ${id}: applied, verifying`, zh: `· ${id}：已执行，核验中` };
    case 'verified':
      return { en: `✓ ${id}`, zh: `✓ ${id}` };
    case 'failed': {
      const codes = event.failure.codes.join(', ');
      const again = event.again === undefined;
      return {
        en: `${again ? '✗' : '·'} ${id}: ${codes}${again ? '' : '; tried again later'}`,
        zh: `${again ? '✗' : '·'} ${id}：${codes}${again ? '' : '，稍后重试'}`,
      };
    }
    default:
      return undefined;
  }
}

/** `done 3, failed 1`: only what there is. */
export function totalsWords({ totals }: Pick<RolloutReport, 'totals'>, language: Language): string {
  return (Object.entries(totals) as [MemberStatus, number][])
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${statusNames[status][language]} ${count}`)
    .join(language === 'zh' ? '，' : ', ');
}

/** A line for each environment. */
export function memberLines({ members }: RolloutReport, language: Language): readonly string[] {
  return table({
    rows: members.map(({ id, wave, status, plan, changes, failure }) => [
      wave === 0 ? (language === 'zh' ? '金丝雀' : 'canary') : `${wave}`,
      id,
      statusNames[status][language],
      plan?.slice(0, 12) ?? '-',
      `${changes}`,
      failure?.codes.join(', ') ?? '',
    ]),
    right: [4],
  });
}
