import type { CommandSpec, OptionSpec } from '../command-spec';
import { option } from '../usual-options';
import type { GivenAnswers } from './collect-answers';

const answers: readonly OptionSpec[] = [
  option('--name <name>', 'name of the division, such as 柳城县', '区划名称，例如 柳城县'),
  option(
    '--adcode <code>',
    'its code of GB/T 2260, such as 450222; of a development zone the statistical one, such as 130171',
    'GB/T 2260 代码，例如 450222；开发区为统计代码，例如 130171',
  ),
  option('--parent <env>', 'environment of the division above', '上级区划的环境'),
  option('--key <key>', 'name of the folder; the default is made of the code', '目录名；默认由代码构成'),
  option('--departments <set>', 'none, standard-12 or standard-30', 'none、standard-12 或 standard-30'),
  option('--size <size>', 'small, medium or large', 'small、medium 或 large'),
  option('--mlps <level>', '2 or 3; not above the level of the parent', '2 或 3；不高于上级'),
  option(
    '--ipv6 <yes>',
    'true or false; the default is true where the parent has IPv6',
    'true 或 false；上级有 IPv6 时默认 true',
  ),
  option('--xinchuang <yes>', 'true or false: domestic processors', 'true 或 false：信创处理器'),
  option('--domain <name>', 'DNS suffix of the cloud', '云的 DNS 后缀'),
  option('--provider <key>', 'operator of the cloud', '云服务商'),
  option('--network-contact <mail>', 'who answers for the network', '网络联系人'),
  option('--security-contact <mail>', 'who answers for security', '安全联系人'),
  option('--operators <blocks>', 'where operators sit, with commas between', '运维人员地址，以逗号分隔'),
  option('--backup-at <code>', 'division that keeps a second copy of backups', '存放备份副本的区划'),
];

const others: readonly OptionSpec[] = [
  option('--answers <file>', 'a YAML file of answers; the command line wins', '答案 YAML 文件；以命令行为准'),
  option('--defaults', 'take what is usual for what nobody said', '未提供的项采用默认值'),
  option('--dry-run', 'only show what would be written', '仅显示将写入的内容'),
  option('--as-of <date>', 'the day that files and ledger name; the default is today', '文件与台账所记日期，默认今天'),
];

const levels = [
  ['county', '县级云'],
  ['city', '市级云'],
  ['province', '省级云'],
  ['development-zone', '开发区云'],
] as const;

/** `egov new county` and its like. */
export const newCommands: readonly CommandSpec[] = levels.map(([level, zh]) => ({
  name: `new ${level}`,
  about: {
    en: `describe the cloud of a ${level.replace('-', ' ')}: files, addresses, proof, and the text of the pull request`,
    zh: `描述${zh}：文件、地址、证明与合并请求说明`,
  },
  options: [...answers, ...others],
  run: (given, context) => {
    const said = answers.flatMap(({ flags }) => {
      const name = flags.slice(2, flags.indexOf(' '));
      const value = given.value(name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()));
      return value === undefined ? [] : [[name, value] as const];
    });
    return (require('../commands/new') as typeof import('../commands/new')).newDivision(
      {
        level,
        given: Object.fromEntries(said) as GivenAnswers,
        answers: given.value('answers'),
        defaults: given.has('defaults'),
        dryRun: given.has('dryRun'),
        asOf: given.value('asOf'),
      },
      context,
    );
  },
}));

export const newGroups: Readonly<Record<string, CommandSpec['about']>> = {
  new: { en: 'the cloud of another division', zh: '新建区划的云' },
};
