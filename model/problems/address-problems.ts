import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

export const NET_OVERLAP = new ProblemKind<{ block: Text; other: Text; otherBlock: string }>({
  code: 'NET_OVERLAP',
  why: text('Overlapping addresses cannot be told apart by any rule or route.', '地址重叠时，规则与路由均无法区分。'),
  message: ({ block, other, otherBlock }) =>
    text(`${block.en} overlaps ${otherBlock} of ${other.en}`, `${block.zh}与${other.zh}的 ${otherBlock} 重叠`),
  fix: () => text('move one of the two blocks', '调整其中一个地址段'),
});

export const BLOCK_OUTSIDE = new ProblemKind<{ block: string; holder: Text }>({
  code: 'BLOCK_OUTSIDE',
  why: text(
    'Every zone lies inside its plane, so that one prefix describes the plane.',
    '区域地址须位于平面地址之内。',
  ),
  message: ({ block, holder }) => text(`${block} lies outside of ${holder.en}`, `${block} 不在${holder.zh}之内`),
  fix: () => text('choose a block inside, or leave it to be allocated', '选择其内的地址段，或留空自动分配'),
});

export const SPACE_FULL = new ProblemKind<{ holder: Text; wants: string; size: Text }>({
  code: 'SPACE_FULL',
  why: text(
    'Addresses and segments are allocated from the blocks that the plane declares.',
    '地址与网段从平面声明的范围内分配。',
  ),
  message: ({ holder, wants, size }) =>
    text(`${holder.en} has no room for ${size.en} for ${wants}`, `${holder.zh}已无可用的${size.zh}分配给 ${wants}`),
  fix: ({ holder }) => text(`enlarge ${holder.en}, or ask for less`, `扩大${holder.zh}或减小需求`),
});
