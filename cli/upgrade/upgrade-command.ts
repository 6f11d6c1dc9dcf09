import type { CommandSpec } from '../command-spec';

/** What a newer template would change. */
export const upgradeCommand: CommandSpec = {
  name: 'upgrade',
  about: {
    en: 'say what the newest template would change in clouds that an older one made; changes nothing unless taken',
    zh: '说明最新模板将如何更改由旧模板生成的云；未应用时不作任何更改',
  },
  options: [
    {
      flags: '--select <selection>',
      about: {
        en: 'which: level=county,province=guangxi; the default is all',
        zh: '选择条件，例如 level=county,province=guangxi，默认全部',
      },
    },
    {
      flags: '--take',
      about: { en: 'write it, for clouds without a conflict', zh: '写入无冲突的云' },
    },
  ],
  run: (given, context) =>
    (require('../commands/upgrade') as typeof import('../commands/upgrade')).upgrade(
      { selection: given.value('select'), take: given.has('take') },
      context,
    ),
};
