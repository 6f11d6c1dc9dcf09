import type { ArgumentSpec, CommandSpec, OptionSpec } from '../command-spec';

const load = () => require('../commands/addresses') as typeof import('../commands/addresses');

const scope: ArgumentSpec = {
  name: '[scope]',
  about: { en: 'environment whose pools are meant; the country when none is named', zh: '环境；未指定时为全国' },
  completes: 'environments',
};
const env: ArgumentSpec = {
  name: '<env>',
  about: { en: 'environment whose addresses are meant', zh: '所指环境' },
  completes: 'environments',
};
const asOf: OptionSpec = {
  flags: '--as-of <date>',
  about: { en: 'the day that the ledger names; the default is today', zh: '台账所记日期，默认今天' },
};
const file = (name: string, en: string, zh: string): ArgumentSpec => ({ name, about: { en, zh } });

/** What stands in the ledgers of divisions, and what joins and repairs them. */
export const addressesCommands: readonly CommandSpec[] = [
  {
    name: 'addresses tree',
    about: { en: 'pools, who has what of them, and when they are full', zh: '地址池、分配情况与用尽预测' },
    arguments: [scope],
    run: ({ names }, context) => load().addressesTree({ id: names[0] ?? '' }, context),
  },
  {
    name: 'addresses free',
    about: { en: 'blocks that nobody has', zh: '空闲地址段' },
    arguments: [scope],
    run: ({ names }, context) => load().addressesFree({ id: names[0] ?? '' }, context),
  },
  {
    name: 'addresses history',
    about: { en: 'what was given and given back, the oldest first', zh: '分配与归还记录，从早到晚' },
    arguments: [scope],
    run: ({ names }, context) => load().addressesHistory({ id: names[0] ?? '' }, context),
  },
  {
    name: 'addresses check',
    about: { en: 'whether a ledger is what egov wrote', zh: '检查台账是否完好' },
    arguments: [scope],
    options: [
      {
        flags: '--repair',
        about: {
          en: 'join both sides of a conflict of git, and seal the file again',
          zh: '合并 git 冲突的两侧并重新封印',
        },
      },
    ],
    run: (given, context) => load().addressesCheck({ id: given.names[0] ?? '', repair: given.has('repair') }, context),
  },
  {
    name: 'addresses adopt',
    about: { en: 'record in the ledger above what a cloud had before', zh: '将已有地址记入上级台账' },
    arguments: [env],
    options: [asOf],
    run: (given, context) => load().addressesAdopt({ id: given.names[0] ?? '', asOf: given.value('asOf') }, context),
  },
  {
    name: 'addresses release',
    about: {
      en: 'give back what a cloud has; it rests before anybody else gets it',
      zh: '归还地址，隔离期满后方可再分配',
    },
    arguments: [env],
    options: [asOf],
    run: (given, context) => load().addressesRelease({ id: given.names[0] ?? '', asOf: given.value('asOf') }, context),
  },
  {
    name: 'addresses merge',
    about: { en: 'the merge driver of git for ledgers: %O %A %B', zh: '台账的 git 合并驱动：%O %A %B' },
    arguments: [
      file('<base>', 'the common ancestor', '共同祖先'),
      file('<ours>', 'our side, which takes the result', '我方，写入结果'),
      file('<theirs>', 'the other side', '对方'),
    ],
    run: ({ names: [base = '', ours = '', theirs = ''] }, context) =>
      load().addressesMerge({ base, ours, theirs }, context),
  },
];
