import type { Text } from '../../model/text';
import type { Level } from '../clauses';

/** Chapters of the standard that definitions of a cloud say nothing, or little, about. */
export interface ManualChapter {
  /** `8.1.1`. */
  readonly chapter: string;
  readonly title: Text;
  /** Whether some clauses of it are in the control table all the same. */
  readonly partly: boolean;
}

const parts: readonly (readonly [number: string, en: string, zh: string, partly: boolean])[] = [
  ['1.1', 'Physical environment', '安全物理环境', false],
  ['1.6', 'Management rules', '安全管理制度', false],
  ['1.7', 'Management organisation', '安全管理机构', false],
  ['1.8', 'Staff', '安全管理人员', false],
  ['1.9', 'Construction', '安全建设管理', true],
  ['1.10', 'Operation', '安全运维管理', true],
];

/** Chapters 7, 8 and 9 of GB/T 22239-2019 are levels 2, 3 and 4. */
export function chapterOf(level: Level): number {
  return level + 5;
}

export function manualChapters(level: Level): readonly ManualChapter[] {
  return parts.map(([number, en, zh, partly]) => ({
    chapter: `${chapterOf(level)}.${number}`,
    title: { en, zh },
    partly,
  }));
}
