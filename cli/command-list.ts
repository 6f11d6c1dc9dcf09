import { addressesCommands } from './addresses/addresses-commands';
import { checkCommands } from './check/check-commands';
import type { CommandSpec, OptionSpec } from './command-spec';
import { deployCommands, deployGroups } from './deploy/deploy-commands';
import { fleetCommands, fleetGroups } from './fleet/fleet-commands';
import { initCommand } from './init/init-command';
import { newCommands, newGroups } from './new/new-commands';
import { planCommand } from './plan/plan-command';
import { proofCommands } from './proof/proof-commands';
import { renameCommand } from './rename/rename-command';
import { reviewCommands } from './review/review-commands';
import { rolloutCommands, rolloutGroups } from './rollout/rollout-commands';
import { upgradeCommand } from './upgrade/upgrade-command';
import { env, out } from './usual-options';

// Each command is loaded by `require` when it runs, so that `--help` loads none of them.

/** Every command, in the order of the help. */
export const commandList: readonly CommandSpec[] = [
  {
    name: 'start',
    about: { en: 'a first look: two clouds, from description to plan', zh: '快速体验：两个云，从描述到计划' },
    run: (_, context) => (require('./commands/start') as typeof import('./commands/start')).start(context),
  },
  {
    name: 'list',
    about: { en: 'list the environments', zh: '列出所有环境' },
    run: (_, context) => (require('./commands/list') as typeof import('./commands/list')).list(context),
  },
  {
    name: 'validate',
    about: {
      en: 'check environments; all of them, and each against the others, when none is named',
      zh: '检查环境；未指定时检查全部并相互比对',
    },
    arguments: [{ ...env, name: '[env...]' }],
    run: ({ names }, context) =>
      (require('./commands/validate') as typeof import('./commands/validate')).validate({ ids: names }, context),
  },
  {
    name: 'show',
    about: {
      en: 'say what was decided about a cloud; with --json everything',
      zh: '显示云的设计结果；--json 输出全部内容',
    },
    arguments: [env],
    options: [
      {
        flags: '--origin',
        about: { en: 'every value, with the file and line that gave it', zh: '每个值及其来源文件与行号' },
      },
      {
        flags: '--edge-routes',
        about: { en: 'the routes that the edge device of each plane needs', zh: '各平面边界设备所需路由' },
      },
    ],
    run: (given, context) =>
      (require('./commands/show') as typeof import('./commands/show')).show(
        { id: given.names[0] ?? '', origin: given.has('origin'), edgeRoutes: given.has('edgeRoutes') },
        context,
      ),
  },
  {
    name: 'synth',
    about: { en: 'write what OpenTofu reads, one folder for each stack', zh: '生成 OpenTofu 配置，每个堆栈一个目录' },
    arguments: [env],
    options: [out],
    run: (given, context) =>
      (require('./commands/synth') as typeof import('./commands/synth')).synth(
        { id: given.names[0] ?? '', out: given.value('out') },
        context,
      ),
  },
  {
    name: 'render',
    about: {
      en: 'write the Kubernetes objects of every cluster as plain manifests, for Argo CD or kubectl',
      zh: '将各集群的 Kubernetes 对象写成普通清单，供 Argo CD 或 kubectl 使用',
    },
    arguments: [env],
    options: [
      {
        flags: '--only <side>',
        about: { en: 'kubernetes, the only side that is rendered', zh: 'kubernetes，仅此一侧可生成清单' },
        choices: ['kubernetes'],
      },
      {
        flags: '-o, --out <dir>',
        about: {
          en: 'where to write; the default is .egov/<env>/manifests',
          zh: '输出目录，默认 .egov/<env>/manifests',
        },
      },
    ],
    run: (given, context) =>
      (require('./commands/render') as typeof import('./commands/render')).render(
        { id: given.names[0] ?? '', out: given.value('out') },
        context,
      ),
  },
  planCommand,
  ...deployCommands,
  ...proofCommands,
  ...checkCommands,
  ...reviewCommands,
  initCommand,
  ...newCommands,
  ...fleetCommands,
  upgradeCommand,
  ...rolloutCommands,
  renameCommand,
  {
    name: 'addresses record',
    about: {
      en: 'write the ledger of addresses, so that none of them ever moves',
      zh: '写入地址台账，使已分配地址不再变动',
    },
    arguments: [env],
    options: [{ flags: '--check', about: { en: 'only say whether it is complete', zh: '仅检查台账是否完整' } }],
    run: (given, context) =>
      (require('./commands/addresses-record') as typeof import('./commands/addresses-record')).addressesRecord(
        { id: given.names[0] ?? '', check: given.has('check') },
        context,
      ),
  },
  ...addressesCommands,
  {
    name: 'schema',
    about: {
      en: 'write the JSON Schemas beside the environments, or print one',
      zh: '在环境目录写入 JSON Schema，或输出其中一个',
    },
    arguments: [
      { name: '[name]', about: { en: 'the schema to print, such as planes', zh: '要输出的 schema，例如 planes' } },
    ],
    options: [{ flags: '--check', about: { en: 'only say which files are out of date', zh: '仅检查哪些文件已过期' } }],
    run: (given, context) =>
      (require('./commands/schema') as typeof import('./commands/schema')).schema(
        { name: given.names[0], check: given.has('check') },
        context,
      ),
  },
  {
    name: 'engines list',
    about: { en: 'say which engines are here', zh: '列出引擎状态' },
    run: (_, context) => (require('./commands/engines') as typeof import('./commands/engines')).enginesList(context),
  },
  {
    name: 'engines install',
    about: { en: 'build the engines that are missing; needs Go', zh: '构建缺失的引擎，需要 Go' },
    arguments: [
      {
        name: '[set...]',
        about: {
          en: 'openstack (the default) or kubernetes: what a side of a cloud needs',
          zh: 'openstack（默认）或 kubernetes：所需的一侧',
        },
        completes: ['openstack', 'kubernetes'],
      },
    ],
    run: (given, context) =>
      (require('./commands/engines') as typeof import('./commands/engines')).enginesInstall(given.names, context),
  },
  {
    name: 'doctor',
    about: { en: 'say what is here, what is missing, and what repairs it', zh: '检查运行环境，并给出修复命令' },
    run: (_, context) => (require('./commands/doctor') as typeof import('./commands/doctor')).doctor(context),
  },
  {
    name: 'explain',
    about: {
      en: 'say why a rule exists: a problem code, F01–F25, INV-1–7, a zone kind',
      zh: '解释规则缘由：问题代码、F01–F25、INV-1–7、区域类型',
    },
    arguments: [
      {
        name: '[code]',
        about: {
          en: 'such as NET_OVERLAP, F13, INV-1, E-DEPT; all when none is named',
          zh: '例如 NET_OVERLAP、F13、INV-1、E-DEPT；未指定时列出全部',
        },
      },
    ],
    run: ({ names }, context) =>
      (require('./commands/explain') as typeof import('./commands/explain')).explain({ code: names[0] }, context),
  },
  {
    name: 'completion',
    about: { en: 'print a completion script for a shell', zh: '输出 shell 补全脚本' },
    arguments: [
      {
        name: '<shell>',
        about: { en: 'bash, zsh or fish', zh: 'bash、zsh 或 fish' },
        completes: ['bash', 'zsh', 'fish'],
      },
    ],
    run: ({ names }, context) =>
      (require('./commands/completion') as typeof import('./commands/completion')).completion(
        { shell: names[0] ?? '', tree: { commands: commandList, groups: commandGroups, options: globalOptions } },
        context,
      ),
  },
];

/** What a group of commands is about. */
export const commandGroups: Readonly<Record<string, CommandSpec['about']>> = {
  ...deployGroups,
  ...newGroups,
  ...fleetGroups,
  ...rolloutGroups,
  addresses: { en: 'the ledger of addresses', zh: '地址台账' },
  engines: { en: 'OpenTofu, Pulumi and their providers', zh: 'OpenTofu、Pulumi 及其 provider' },
};

/** Options of every command. */
export const globalOptions: readonly OptionSpec[] = [
  {
    flags: '--environments <dir>',
    about: {
      en: 'folder of the environments; the default is ./environments, else the ones that egov brings',
      zh: '环境目录，默认 ./environments，否则使用自带环境',
    },
  },
  { flags: '--lang <language>', about: { en: 'en or zh', zh: 'en 或 zh' }, choices: ['en', 'zh'] },
  { flags: '--json', about: { en: 'answer in JSON', zh: '以 JSON 输出' } },
  { flags: '-q, --quiet', about: { en: 'no talk, only results and problems', zh: '仅输出结果与问题' } },
];
