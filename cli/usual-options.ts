import type { ArgumentSpec, OptionSpec } from './command-spec';

export const option = (flags: string, en: string, zh: string): OptionSpec => ({ flags, about: { en, zh } });

export const env: ArgumentSpec = {
  name: '<env>',
  about: {
    en: 'id of an environment, such as hebei or guangxi/liuzhou',
    zh: '环境标识，例如 hebei 或 guangxi/liuzhou',
  },
  completes: 'environments',
};

export const out = option('--out <dir>', 'where to write; the default is .egov/<env>', '输出目录，默认 .egov/<env>');

export const select = option(
  '--select <selection>',
  'which: level=county,province=guangxi; the default is all',
  '选择条件，例如 level=county,province=guangxi，默认全部',
);
