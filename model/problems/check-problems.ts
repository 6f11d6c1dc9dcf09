import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

export const MANIFEST_SYNTAX = new ProblemKind<{ got: string }>({
  code: 'MANIFEST_SYNTAX',
  why: text(
    'A manifest that cannot be read may hold the object that matters; a check of the rest would say too much.',
    '无法读取的清单可能正含有关键对象，仅检查其余部分会误导。',
  ),
  message: ({ got }) => text(`this is no YAML of Kubernetes objects: ${got}`, `不是 Kubernetes 对象的 YAML：${got}`),
  fix: () => text('repair the file, or take it out of the folder', '修正该文件或将其移出目录'),
});

export const MANIFEST_FOREIGN = new ProblemKind<{ missing: string }>({
  code: 'MANIFEST_FOREIGN',
  why: text(
    'Every Kubernetes object names its version, its kind and itself. What does not is a file of another tool, such as values of a chart.',
    'Kubernetes 对象必有 apiVersion、kind 与 metadata；缺少则属其他工具的文件，例如 Helm values。',
  ),
  message: ({ missing }) => text(`the document has no ${missing}`, `该文档缺少 ${missing}`),
  fix: () =>
    text('render the objects first (helm template, kustomize build)', '先渲染出对象（helm template、kustomize build）'),
});

export const MANIFEST_NONE = new ProblemKind<{ folder: string }>({
  code: 'MANIFEST_NONE',
  why: text('Nothing looked at must not look like everything in order.', '没有检查对象不等于没有问题。'),
  message: ({ folder }) => text(`${folder} holds no manifest`, `${folder} 中没有清单文件`),
  fix: () => text('name a folder with .yaml, .yml or .json files', '请指定含 .yaml、.yml 或 .json 文件的目录'),
});

export const MANIFEST_UNREADABLE = new ProblemKind<{ got: string }>({
  code: 'MANIFEST_UNREADABLE',
  why: text('What cannot be opened cannot be judged.', '无法打开的文件无法判断。'),
  message: ({ got }) => text(`it cannot be read: ${got}`, `无法读取：${got}`),
  fix: () => text('check the path and the permissions', '检查路径与权限'),
});

export const EVIDENCE_FOLDER = new ProblemKind<{ folder: string }>({
  code: 'EVIDENCE_FOLDER',
  why: text(
    'A folder of evidence is replaced as a whole; what else lies in it would be lost, or be taken for evidence.',
    '证据目录整体替换，其中其他文件会丢失或被误作证据。',
  ),
  message: ({ folder }) =>
    text(`${folder} holds files that are no evidence of ours`, `${folder} 中有非本工具生成的文件`),
  fix: () => text('name an empty folder, or one of an earlier run', '请指定空目录或先前生成的目录'),
});

export const WAIVE_FINDING = new ProblemKind<{ fingerprint: string; near: readonly string[] }>({
  code: 'WAIVE_FINDING',
  why: text('A waiver is written for a finding that there is.', '仅能为现有的发现编写豁免。'),
  message: ({ fingerprint }) =>
    text(`no finding has the fingerprint ${fingerprint}`, `没有指纹为 ${fingerprint} 的发现`),
  fix: ({ near }) =>
    near.length > 0
      ? text(`use one of: ${near.join(', ')}`, `可用：${near.join('、')}`)
      : text('nothing is to be waived', '没有可豁免的发现'),
});
