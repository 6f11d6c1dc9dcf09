import { ProblemKind } from '../model/problem';
import type { Text } from '../model/text';

const text = (en: string, zh: string): Text => ({ en, zh });

export const ADDRESSES_UNRECORDED = new ProblemKind<{ id: string; missing: readonly string[] }>({
  code: 'ADDRESSES_UNRECORDED',
  why: text(
    'What stands in the ledger never moves; what does not may move when a neighbour comes or goes.',
    '台账中的地址不再变动；未记录的地址可能随相邻对象的增减而变动。',
  ),
  message: ({ missing }) => {
    const names = missing.slice(0, 3).join(', ');
    const more = missing.length - Math.min(3, missing.length);
    return text(
      `${missing.length} allocations are not recorded: ${names}${more > 0 ? ` and ${more} more` : ''}`,
      `${missing.length} 项分配未记录：${names}${more > 0 ? `，另有 ${more} 项` : ''}`,
    );
  },
  fix: ({ id }) =>
    text(`run egov addresses record ${id} and commit the file`, `运行 egov addresses record ${id} 并提交该文件`),
});

export const ADDRESSES_DENIED = new ProblemKind<{ reason: string }>({
  code: 'ADDRESSES_DENIED',
  why: text(
    'The ledger is written whole or not at all; the one before it stays as it was.',
    '台账要么完整写入，要么不写入；原有内容保持不变。',
  ),
  message: ({ reason }) => text(`cannot be written: ${reason}`, `无法写入：${reason}`),
  fix: () => text('free some space, or give yourself the right to write there', '释放空间，或授予该目录写权限'),
});
