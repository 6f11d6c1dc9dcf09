import type { CommandSpec } from '../command-spec';
import type { GivenAnswers } from '../new/collect-answers';
import { option } from '../usual-options';

const names = ['name', 'adcode', 'key', 'departments', 'size', 'domain'] as const;

/** `egov init`. */
export const initCommand: CommandSpec = {
  name: 'init',
  about: {
    en: 'make the repository of a province: a first cloud, pipelines, and policies of its own',
    zh: '生成省级仓库：首个云、流水线与本省策略',
  },
  arguments: [
    {
      name: '[folder]',
      about: { en: 'empty, or not there yet; the default is here', zh: '空目录或尚不存在的目录；默认当前目录' },
    },
  ],
  options: [
    option('--name <name>', 'name of the province; the default is an example', '省名；默认使用示例'),
    option('--adcode <code>', 'its code of GB/T 2260', 'GB/T 2260 代码'),
    option('--key <key>', 'name of its folder; the default is made of the code', '目录名；默认由代码构成'),
    option('--departments <set>', 'none, standard-12 or standard-30', 'none、standard-12 或 standard-30'),
    option('--size <size>', 'small, medium or large', 'small、medium 或 large'),
    option('--domain <name>', 'DNS suffix of the cloud', '云的 DNS 后缀'),
    option(
      '--toolkit <version>',
      'what package.json asks of egov, such as file:../egov.tgz; the default is this version',
      'package.json 中的 egov 版本，例如 file:../egov.tgz；默认当前版本',
    ),
    option(
      '--as-of <date>',
      'the day that files and ledger name; the default is today',
      '文件与台账所记日期，默认今天',
    ),
  ],
  run: (given, context) => {
    const said = names.flatMap((name) => {
      const value = given.value(name);
      return value === undefined ? [] : [[name, value] as const];
    });
    return (require('../commands/init') as typeof import('../commands/init')).init(
      {
        folder: given.names[0] ?? '.',
        given: Object.fromEntries(said) as GivenAnswers,
        toolkit: given.value('toolkit'),
        asOf: given.value('asOf'),
      },
      context,
    );
  },
};
