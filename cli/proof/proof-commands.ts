import type { ArgumentSpec, CommandSpec, OptionSpec } from '../command-spec';
import { dayGiven } from '../day-of-run';

const options: readonly OptionSpec[] = [
  {
    flags: '--plan <file>',
    about: {
      en: 'instead of an environment: the JSON of `tofu show -json`, or a cdk.tf.json, of any OpenStack',
      zh: '以任意 OpenStack 的 `tofu show -json` 输出或 cdk.tf.json 代替环境',
    },
  },
  {
    flags: '--driver <driver>',
    about: {
      en: 'with --plan: the mechanism driver of Neutron, ovn, ovs or unknown; what is not known must hold for all',
      zh: '与 --plan 合用：Neutron 机制驱动 ovn、ovs 或 unknown；未知则须对所有驱动成立',
    },
    choices: ['ovn', 'ovs', 'unknown'],
  },
  {
    flags: '--release <name>',
    about: { en: 'with --plan: the release of OpenStack, such as zed', zh: '与 --plan 合用：OpenStack 版本，例如 zed' },
  },
];

const env: ArgumentSpec = {
  name: '[env]',
  about: { en: 'id of an environment; left out with --plan', zh: '环境标识；使用 --plan 时省略' },
  completes: 'environments',
};

const end = (name: string, en: string, zh: string): ArgumentSpec => ({ name, about: { en, zh } });

/** What is asked of the proof room. */
export const proofCommands: readonly CommandSpec[] = [
  {
    name: 'prove',
    about: {
      en: 'prove from the resources that invariants and tenants hold, and that flows and nothing else pass',
      zh: '依据资源证明不变量与租户隔离成立，且仅允许的流可通过',
    },
    arguments: [env],
    options: [
      ...options,
      { flags: '--full', about: { en: 'every statement, the proved ones too', zh: '列出全部结论，包括已证明的' } },
      {
        flags: '--certificate <file>',
        about: {
          en: 'write what tools/check-certificate.py can confirm without this toolkit',
          zh: '写出可由 tools/check-certificate.py 独立核验的证书',
        },
      },
      {
        flags: '--as-of <date>',
        about: { en: 'the day for waivers, YYYY-MM-DD; the default is today', zh: '豁免判断日期，默认今日' },
      },
    ],
    run: (given, context) =>
      (require('../commands/prove') as typeof import('../commands/prove')).prove(
        {
          subject: {
            id: given.names[0],
            plan: given.value('plan'),
            driver: given.value('driver'),
            release: given.value('release'),
          },
          full: given.has('full'),
          certificate: given.value('certificate'),
          asOf: dayGiven(given, 'egov prove'),
        },
        context,
      ),
  },
  {
    name: 'why',
    about: {
      en: 'follow one packet: the path, or the first block on every path',
      zh: '追踪一个报文：给出路径，或每条路径上的首个阻断点',
    },
    arguments: [
      end('<env>', 'id of an environment', '环境标识'),
      end('<from>', 'who sends: finance/budget/app, a port, an address', '发送方：finance/budget/app、端口或地址'),
      end('<to>', 'who receives', '接收方'),
      end('<packet>', 'tcp/5432, udp/53 or icmp/8', 'tcp/5432、udp/53 或 icmp/8'),
    ],
    run: ({ names: [id = '', from = '', to = '', packet = ''] }, context) =>
      (require('../commands/why') as typeof import('../commands/why')).why({ id, from, to, packet }, context),
  },
  {
    name: 'flows',
    about: { en: 'everything that can reach anything, grouped by zones', zh: '按区域列出全部可达关系' },
    arguments: [{ ...env, name: '<env>', about: { en: 'id of an environment', zh: '环境标识' } }],
    options: [
      {
        flags: '--from <zone>',
        about: { en: 'only from this zone or end, such as extranet/dept', zh: '仅限此区域或端点，例如 extranet/dept' },
      },
      { flags: '--csv', about: { en: 'answer in CSV', zh: '以 CSV 输出' } },
    ],
    run: (given, context) =>
      (require('../commands/flows') as typeof import('../commands/flows')).flows(
        { id: given.names[0] ?? '', from: given.value('from'), csv: given.has('csv') },
        context,
      ),
  },
];
