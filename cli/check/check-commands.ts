import { ProblemsError } from '../../model/problem';
import type { ArgumentSpec, CommandSpec, Given, OptionSpec } from '../command-spec';
import { dayGiven } from '../day-of-run';
import { USAGE_ARGUMENT } from '../usage-problems';
import type { Asked } from './load-subject';

const env: ArgumentSpec = {
  name: '[env]',
  about: {
    en: 'id of an environment; left out with --plan or --manifests',
    zh: '环境标识；使用 --plan 或 --manifests 时省略',
  },
  completes: 'environments',
};

const manifests: OptionSpec = {
  flags: '--manifests <dir>',
  about: {
    en: 'a folder of Kubernetes manifests, alone or beside the rest',
    zh: 'Kubernetes 清单目录，可单独或一并检查',
  },
};

const asOf: OptionSpec = {
  flags: '--as-of <date>',
  about: { en: 'the day of the run, YYYY-MM-DD; the default is today', zh: '检查日期 YYYY-MM-DD，默认今日' },
};

const level: OptionSpec = {
  flags: '--level <level>',
  about: {
    en: 'level of GB/T 22239 at which everything is judged; the default is that of each system',
    zh: '统一按此等级（GB/T 22239）判断；默认按各系统的等级',
  },
  choices: ['2', '3', '4'],
};

/** Judging, and what follows from it. */
export const checkCommands: readonly CommandSpec[] = [
  {
    name: 'check',
    about: {
      en: 'judge a cloud by policies: what, where, why, and how to repair it; the worst first',
      zh: '按策略检查云：问题、位置、依据与处理，最严重者在前',
    },
    arguments: [env],
    options: [
      {
        flags: '--plan <file>',
        about: {
          en: 'instead of an environment: the JSON of `tofu show -json`, a cdk.tf.json, or a folder of manifests',
          zh: '以 `tofu show -json` 输出、cdk.tf.json 或清单目录代替环境',
        },
      },
      manifests,
      { flags: '--pack <name...>', about: { en: 'only these packs, such as mlps-3', zh: '仅这些策略包，例如 mlps-3' } },
      level,
      {
        flags: '--format <format>',
        about: { en: 'text, json, sarif, junit, html or csv', zh: 'text、json、sarif、junit、html 或 csv' },
        choices: ['text', 'json', 'sarif', 'junit', 'html', 'csv'],
      },
      { flags: '--full', about: { en: 'every finding, not only the first few of each policy', zh: '列出全部发现' } },
      asOf,
      {
        flags: '--driver <driver>',
        about: { en: 'with --plan: the mechanism driver of Neutron', zh: '与 --plan 合用：Neutron 机制驱动' },
        choices: ['ovn', 'ovs', 'unknown'],
      },
      {
        flags: '--release <name>',
        about: { en: 'with --plan: the release of OpenStack, such as zed', zh: '与 --plan 合用：OpenStack 版本' },
      },
    ],
    run: (given, context) =>
      (require('../commands/check') as typeof import('../commands/check')).check(
        {
          asked: askedOf(given, 'egov check'),
          packs: given.values('pack'),
          format: given.value('format') ?? 'text',
          full: given.has('full'),
        },
        context,
      ),
  },
  {
    name: 'evidence',
    about: {
      en: 'write the folder of an assessor: every clause of a level with its status and proof',
      zh: '写出测评证据目录：该等级每一条款的状态与证明',
    },
    arguments: [{ ...env, name: '<env>', about: { en: 'id of an environment', zh: '环境标识' } }],
    options: [
      {
        flags: '--level <level>',
        about: { en: 'level of GB/T 22239 that is assessed; the default is 3', zh: '测评等级（GB/T 22239），默认 3' },
        choices: ['2', '3', '4'],
      },
      {
        flags: '-o, --out <dir>',
        about: { en: 'where to write; the default is .egov/<env>/evidence', zh: '输出目录，默认 .egov/<env>/evidence' },
      },
      asOf,
    ],
    run: (given, context) =>
      (require('../commands/evidence') as typeof import('../commands/evidence')).evidence(
        {
          id: given.names[0] ?? '',
          level: Number(given.value('level') ?? '3') as 2 | 3 | 4,
          out: given.value('out') ?? `.egov/${given.names[0] ?? ''}/evidence`,
          asOf: dayGiven(given, 'egov evidence'),
        },
        context,
      ),
  },
  {
    name: 'waive',
    about: {
      en: 'write a waiver for one finding, after showing exactly what it covers',
      zh: '为一项发现编写豁免，并先显示其确切范围',
    },
    arguments: [
      { ...env, name: '<env>', about: { en: 'id of an environment', zh: '环境标识' } },
      {
        name: '<fingerprint>',
        about: { en: 'of the finding, as `egov check` prints it', zh: '`egov check` 输出的发现指纹' },
      },
    ],
    options: [
      { flags: '--reason <words>', about: { en: 'why it stays open', zh: '保留原因' } },
      { flags: '--owner <name>', about: { en: 'who answers for the risk', zh: '风险责任人' } },
      { flags: '--approver <name>', about: { en: 'who accepted it', zh: '批准人' } },
      { flags: '--ticket <id>', about: { en: 'where it was decided', zh: '工单号' } },
      { flags: '--until <date>', about: { en: 'the last day, YYYY-MM-DD', zh: '到期日 YYYY-MM-DD' } },
      {
        flags: '--compensating <words>',
        about: { en: 'what lowers the risk; needed for critical and high', zh: '补偿措施；紧急与高级必填' },
      },
      { flags: '--dry-run', about: { en: 'only show what would be written', zh: '仅显示将写入的内容' } },
      asOf,
    ],
    run: (given, context) =>
      (require('../commands/waive') as typeof import('../commands/waive')).waive(
        {
          id: given.names[0] ?? '',
          fingerprint: given.names[1] ?? '',
          words: waiverWords(given),
          asOf: dayGiven(given, 'egov waive'),
          dryRun: given.has('dryRun'),
        },
        context,
      ),
  },
];

const NEEDED = ['reason', 'owner', 'approver', 'ticket', 'until'] as const;

/** What a waiver says. Throws USAGE_ARGUMENT for each option that is left out or empty. */
function waiverWords(given: Given) {
  const missing = NEEDED.filter((name) => (given.value(name) ?? '').trim() === '');
  if (missing.length > 0)
    throw new ProblemsError(
      missing.map((name) => {
        const what = { en: `a waiver needs --${name}`, zh: `豁免必须有 --${name}` };
        return USAGE_ARGUMENT.at('egov waive', { what, command: 'egov waive' });
      }),
    );
  const of = (name: (typeof NEEDED)[number]): string => given.value(name) ?? '';
  const compensating = given.value('compensating');
  return {
    reason: of('reason'),
    owner: of('owner'),
    approver: of('approver'),
    ticket: of('ticket'),
    until: of('until'),
    ...(compensating !== undefined && { compensating }),
  };
}

function askedOf(given: Given, command: string): Asked {
  const level = given.value('level');
  return {
    id: given.names[0],
    plan: given.value('plan'),
    manifests: given.value('manifests'),
    driver: given.value('driver'),
    release: given.value('release'),
    level: level === undefined ? undefined : Number(level),
    asOf: dayGiven(given, command),
  };
}
