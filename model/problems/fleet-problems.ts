import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

export const FLEET_SELECTION = new ProblemKind<{ part: string; near: string | undefined; known: readonly string[] }>({
  code: 'FLEET_SELECTION',
  why: text(
    'A selection that is half understood would leave out clouds without a word.',
    '选择条件若被部分忽略，会无声地遗漏部分云。',
  ),
  message: ({ part }) => text(`${part} selects nothing that is known`, `无法识别选择条件 ${part}`),
  fix: ({ near, known }) =>
    near === undefined
      ? text(`write key=value, with one of: ${known.join(', ')}`, `写成 key=value，可用：${known.join('、')}`)
      : text(`did you mean ${near}?`, `是否应为 ${near}？`),
});

export const FLEET_EMPTY = new ProblemKind<{ selection: string; environments: number }>({
  code: 'FLEET_EMPTY',
  why: text('Work on no cloud ends well and says nothing.', '没有任何云被处理时，成功没有意义。'),
  message: ({ selection, environments }) =>
    text(
      `${selection} selects none of ${environments} environments`,
      `${selection} 未选中任何环境（共 ${environments} 个）`,
    ),
  fix: () => text('egov list shows what there is', '用 egov list 查看所有环境'),
});

export const FLEET_BROKEN = new ProblemKind<{ got: string }>({
  code: 'FLEET_BROKEN',
  why: text(
    'Each environment is worked on in a thread; what ends a thread costs that environment alone.',
    '每个环境在独立线程中处理；线程异常只影响该环境。',
  ),
  message: ({ got }) => text(`the thread that worked on it ended: ${got}`, `处理线程异常结束：${got}`),
  fix: () => text('run it for this environment alone; report it if it ends again', '对该环境单独执行；若重现请反馈'),
});

export const FLEET_INTERRUPTED = new ProblemKind<{ done: number; left: number }>({
  code: 'FLEET_INTERRUPTED',
  why: text('Work that was stopped goes on where it was.', '中断的工作可从断点继续。'),
  message: ({ done, left }) => text(`stopped: ${done} done, ${left} left`, `已中断：完成 ${done} 个，剩余 ${left} 个`),
  fix: () => text('the same command goes on with what is left', '再次执行同一命令即可继续'),
});
