import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

const whole = text('A repository is made whole or not at all.', '仓库要么完整生成，要么不生成。');

export const INIT_OCCUPIED = new ProblemKind<{ folder: string; names: readonly string[] }>({
  code: 'INIT_OCCUPIED',
  why: text('Nothing that somebody wrote is written over.', '不会覆盖已有内容。'),
  message: ({ folder, names }) => {
    const [shown, more] = [names.slice(0, 5), names.length - 5];
    return text(
      `${folder} is not empty: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
      `${folder} 非空：${shown.join('、')}${more > 0 ? ` 等 ${names.length} 项` : ''}`,
    );
  },
  fix: () => text('name an empty folder, or one that is not there', '请指定空目录或尚不存在的目录'),
});

export const INIT_DENIED = new ProblemKind<{ reason: string }>({
  code: 'INIT_DENIED',
  why: whole,
  message: ({ reason }) => text(`the repository cannot be written: ${reason}`, `无法写入仓库：${reason}`),
  fix: () => text('give yourself the right to write there, or name another folder', '授予写权限，或指定其他目录'),
});
