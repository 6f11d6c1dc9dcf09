import type { CommandSpec, OptionSpec } from '../command-spec';
import { only, onSides, type Side } from '../kubernetes/both-sides';
import { env } from '../usual-options';
import { sandboxCommands } from './sandbox-commands';

const cloud: OptionSpec = {
  flags: '--cloud <name>',
  about: {
    en: 'a cloud of clouds.yaml, or `sandbox`; SITE=NAME for a site with its own; the default is OS_CLOUD or OS_*',
    zh: 'clouds.yaml 中的云，或 `sandbox`；站点另有云时用 站点=名称；默认取 OS_CLOUD 或 OS_*',
  },
};

const out: OptionSpec = {
  flags: '--out <dir>',
  about: { en: 'folder of stacks and states; the default is .egov/<env>', zh: '堆栈与状态目录，默认 .egov/<env>' },
};

const yes: OptionSpec = {
  flags: '--yes',
  about: { en: 'do not ask; for machines', zh: '不再询问，供自动化使用' },
};

const parallel: OptionSpec = {
  flags: '--parallel <n>',
  about: { en: 'stacks at a time; the default is the number of processors', zh: '同时处理的堆栈数，默认为处理器数' },
};

const allowDestroy: OptionSpec = {
  flags: '--allow-destroy <address...>',
  about: { en: 'something protected that may go, as stack/address', zh: '允许删除的受保护资源，格式为 堆栈/地址' },
};

const reason: OptionSpec = {
  flags: '--reason <text>',
  about: { en: 'why; kept beside the state', zh: '原因，随状态保存' },
};

/** Commands that work on a cloud. Each is loaded when it runs. */
export const deployCommands: readonly CommandSpec[] = [
  {
    name: 'apply',
    about: { en: 'make the cloud what the environment says, stack by stack', zh: '按环境描述逐堆栈变更云' },
    arguments: [{ ...env, name: '[env]' }],
    options: [
      cloud,
      {
        flags: '--saved <file>',
        about: { en: 'apply what `plan --save` wrote, and nothing else', zh: '仅执行 `plan --save` 保存的计划' },
      },
      yes,
      allowDestroy,
      reason,
      parallel,
      only,
      out,
    ],
    run: (given, context) =>
      onSides({
        // A saved plan is one of OpenTofu.
        only: given.has('saved') ? 'openstack' : given.value('only'),
        context,
        first: 'openstack',
        openstack: (heard) =>
          (require('../commands/apply') as typeof import('../commands/apply')).apply(
            {
              id: given.names[0],
              pods: !given.has('saved') && !given.has('only'),
              cloud: given.value('cloud'),
              saved: given.value('saved'),
              yes: given.has('yes'),
              ...allowed(given, 'openstack'),
              parallel: given.value('parallel'),
              out: given.value('out'),
            },
            heard,
          ),
        kubernetes: (heard, optional) => clusterWork().applyClusters(changed(given, optional), heard),
      }),
  },
  {
    name: 'destroy',
    about: { en: 'take everything of an environment out of the cloud', zh: '从云中移除环境的全部资源' },
    arguments: [env],
    options: [cloud, yes, allowDestroy, reason, parallel, only, out],
    run: (given, context) =>
      onSides({
        only: given.value('only'),
        context,
        first: 'kubernetes',
        openstack: (heard) =>
          (require('../commands/destroy') as typeof import('../commands/destroy')).destroy(
            {
              id: given.names[0] ?? '',
              cloud: given.value('cloud'),
              yes: given.has('yes'),
              ...allowed(given, 'openstack'),
              parallel: given.value('parallel'),
              out: given.value('out'),
            },
            heard,
          ),
        kubernetes: (heard, optional) => clusterWork().destroyClusters(changed(given, optional), heard),
      }),
  },
  {
    name: 'drift',
    about: { en: 'say what is otherwise in the cloud than it was left', zh: '显示云与部署结果的差异' },
    arguments: [env],
    options: [
      cloud,
      out,
      {
        flags: '--detailed-exitcode',
        about: { en: 'as with plan; 2 is given in any case', zh: '同 plan；有差异时总是返回 2' },
      },
      only,
    ],
    run: (given, context) =>
      onSides({
        only: given.value('only'),
        context,
        first: 'openstack',
        openstack: (heard) =>
          (require('../commands/drift') as typeof import('../commands/drift')).drift(placed(given), heard),
        kubernetes: (heard, optional) =>
          (require('../kubernetes/drift-clusters') as typeof import('../kubernetes/drift-clusters')).driftClusters(
            { ...placed(given), optional },
            heard,
          ),
      }),
  },
  {
    name: 'adopt',
    about: {
      en: 'find what exists already, and import it with the next plan',
      zh: '查找已存在的资源，并在下次计划时导入',
    },
    arguments: [env],
    options: [cloud, out],
    run: (given, context) =>
      (require('../commands/adopt') as typeof import('../commands/adopt')).adopt(placed(given), context),
  },
  {
    name: 'output',
    about: {
      en: 'print what others need of a deployed environment: ids and endpoints',
      zh: '输出部署结果：标识与访问地址',
    },
    arguments: [env],
    options: [only, out],
    run: (given, context) =>
      onSides({
        only: given.value('only') ?? 'openstack',
        context,
        first: 'openstack',
        openstack: (heard) =>
          (require('../commands/output') as typeof import('../commands/output')).output(placed(given), heard),
        kubernetes: (heard, optional) =>
          (require('../kubernetes/output-clusters') as typeof import('../kubernetes/output-clusters')).outputClusters(
            { ...placed(given), optional },
            heard,
          ),
      }),
  },
  {
    name: 'unlock',
    about: { en: 'give back the lock of a state whose holder is gone', zh: '释放持有者已消失的状态锁' },
    arguments: [env],
    options: [
      cloud,
      out,
      { flags: '--stack <name>', about: { en: 'whose state', zh: '状态所属堆栈' } },
      { flags: '--lock <id>', about: { en: 'as the refusal names it', zh: '报错中给出的锁标识' } },
    ],
    run: async (given, context) => {
      const stack = given.value('stack') ?? '';
      const { unlockCluster } =
        require('../kubernetes/unlock-cluster') as typeof import('../kubernetes/unlock-cluster');
      const code = await unlockCluster({ ...placed(given), stack, optional: true }, context);
      if (code !== undefined) return code;
      return (require('../commands/unlock') as typeof import('../commands/unlock')).unlock(
        { ...placed(given), stack, lock: given.value('lock') ?? '' },
        context,
      );
    },
  },
  ...sandboxCommands,
];

function placed(given: Parameters<CommandSpec['run']>[0]) {
  return { id: given.names[0] ?? '', cloud: given.value('cloud'), out: given.value('out') };
}

function clusterWork() {
  return require('../kubernetes/apply-clusters') as typeof import('../kubernetes/apply-clusters');
}

function changed(given: Parameters<CommandSpec['run']>[0], optional: boolean) {
  const { allowDestroy, reason } = allowed(given, 'kubernetes');
  const { allowanceOf } = require('../commands/apply') as typeof import('../commands/apply');
  return { ...placed(given), optional, yes: given.has('yes'), allowance: allowanceOf({ allowDestroy, reason }) };
}

/** What may be destroyed on a side: a permission for something on the other would fit nothing here. */
function allowed(given: Parameters<CommandSpec['run']>[0], side: Side) {
  const all = given.values('allowDestroy');
  const ofSide = all.filter((one) => one === 'all' || OBJECT.test(one) === (side === 'kubernetes'));
  return { allowDestroy: ofSide, reason: given.value('reason') };
}

/** `hebei-extranet/core/v1:Namespace finance-budget-prod`. */
const OBJECT = /^[^/]+\/\S+:[A-Z]\w+ \S/;

/** What each group of these commands is about. */
export const deployGroups: Readonly<Record<string, CommandSpec['about']>> = {
  sandbox: {
    en: 'a real OpenStack control plane on this machine, to try a change on',
    zh: '本机上的真实 OpenStack 控制面，用于试验变更',
  },
};
