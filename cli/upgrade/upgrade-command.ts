import type { CommandSpec } from '../command-spec';
import { select } from '../usual-options';

/** What a newer template would change. */
export const upgradeCommand: CommandSpec = {
  name: 'upgrade',
  about: {
    en: 'say what the newest template would change in clouds that an older one made; changes nothing unless taken',
    zh: '说明最新模板将如何更改由旧模板生成的云；未应用时不作任何更改',
  },
  options: [
    select,
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
