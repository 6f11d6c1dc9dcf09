import { counted } from '../counted';
import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

/** What may be wrong with git and the revision that is to be compared with. */
export const GIT_MISSING = new ProblemKind<Record<string, never>>({
  code: 'GIT_MISSING',
  why: text('The revision to compare with is read from git.', '对比所用的版本由 git 读取。'),
  message: () => text('git is not on PATH', 'PATH 中没有 git'),
  fix: () => text('install git', '安装 git'),
});

export const GIT_REPOSITORY = new ProblemKind<{ folder: string }>({
  code: 'GIT_REPOSITORY',
  why: text('Two revisions can be compared where there are revisions.', '只有在 git 仓库内才能对比两个版本。'),
  message: ({ folder }) => text(`${folder} is in no git repository`, `${folder} 不在 git 仓库内`),
  fix: () =>
    text('run it in a clone, or name the environments by --environments', '在克隆内执行，或用 --environments 指定'),
});

export const GIT_REVISION = new ProblemKind<{ revision: string; shallow: boolean }>({
  code: 'GIT_REVISION',
  why: text(
    'What the base is must be certain: a review of another revision would be a review of another change.',
    '对比基准必须明确，否则评审的就不是这次变更。',
  ),
  message: ({ revision, shallow }) =>
    shallow
      ? text(`${revision} is not in this clone, which is shallow`, `浅克隆中没有 ${revision}`)
      : text(`there is no revision ${revision}`, `没有版本 ${revision}`),
  fix: ({ shallow }) =>
    shallow
      ? text('run `git fetch --unshallow`, or fetch that branch', '执行 `git fetch --unshallow`，或获取该分支')
      : text('run `git fetch`, then name a branch, tag or commit', '执行 `git fetch`，再指定分支、标签或提交'),
});

export const GIT_SHALLOW = new ProblemKind<{ revision: string }>({
  code: 'GIT_SHALLOW',
  why: text(
    'Compared with its tip, the branch would look as if it took back what others have merged since.',
    '与其最新提交对比时，他人其后合并的内容会被误认为由本分支撤销。',
  ),
  message: ({ revision }) =>
    text(
      `where the branch left ${revision} is not in this clone, which is shallow`,
      `浅克隆中没有本分支与 ${revision} 的分叉点`,
    ),
  fix: () => text('run `git fetch --unshallow`', '执行 `git fetch --unshallow`'),
});

export const GIT_FOLDER = new ProblemKind<{ revision: string; folder: string }>({
  code: 'GIT_FOLDER',
  why: text('A folder that is not there has nothing to be compared with.', '基准版本中没有该目录，无从对比。'),
  message: ({ revision, folder }) => text(`${revision} has no folder ${folder}`, `${revision} 中没有目录 ${folder}`),
  fix: () => text('name a later revision', '指定较新的版本'),
});

export const GIT_EDITED = new ProblemKind<{ more: number }>({
  code: 'GIT_EDITED',
  why: text(
    'What a branch leaves as it is is read from the work tree, for both sides: an edit in between would be seen as of old.',
    '分支未改动的文件，两侧均读自工作区；对比期间的修改会被误认为原有内容。',
  ),
  message: ({ more }) =>
    more === 0
      ? text('it was edited while it was compared', '对比期间该文件被修改')
      : text(
          `it and ${counted(more, 'other file')} were edited while they were compared`,
          `对比期间该文件及另外 ${more} 个文件被修改`,
        ),
  fix: () => text('run the same command again', '重新执行同一命令'),
});

export const GIT_FAILED = new ProblemKind<{ command: string; reason: string }>({
  code: 'GIT_FAILED',
  why: text('Half a revision would be half a cloud.', '不完整的版本意味着不完整的云。'),
  message: ({ command, reason }) => text(`git ${command}: ${reason}`, `git ${command}：${reason}`),
  fix: () => text('repair what git says', '按 git 提示修复'),
});
