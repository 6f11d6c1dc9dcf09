import type { CommandSpec } from '../command-spec';
import { env } from '../usual-options';

/** Gives a key another name; loaded when it runs. */
export const renameCommand: CommandSpec = {
  name: 'rename',
  about: {
    en: 'give a department, system, tier or pool another key; what is deployed moves with it',
    zh: '为部门、系统、层或资源池改键名，已部署资源随之迁移',
  },
  arguments: [
    env,
    {
      name: '<path>',
      about: {
        en: 'tenants/KEY, tenants/KEY/SYSTEM, tenants/KEY/SYSTEM/TIER or pools/KEY',
        zh: 'tenants/键、tenants/键/系统、tenants/键/系统/层 或 pools/键',
      },
    },
    { name: '<key>', about: { en: 'the new key', zh: '新键名' } },
  ],
  options: [{ flags: '--dry-run', about: { en: 'only show what would be written', zh: '仅显示将写入的内容' } }],
  run: ({ names, has }, context) =>
    (require('../commands/rename') as typeof import('../commands/rename')).rename(
      { id: names[0] ?? '', path: names[1] ?? '', to: names[2] ?? '', dryRun: has('dryRun') },
      context,
    ),
};
